/** So many at once in this process; `enter` answers how to leave, or null when there is no room. */
function atOnce(limit: number) {
  let inside = 0
  return {
    enter(): (() => void) | null {
      if (inside >= limit) return null
      inside += 1
      let isIn = true
      return () => {
        if (isIn) inside -= 1
        isIn = false
      }
    },
  }
}

/** Writing the ledger out: each holds a connection and a snapshot for as long as its reader takes. */
export const writingOut = atOnce(2)

/** Taking files in: each holds a connection until the last byte has come. */
export const takingIn = atOnce(2)
