import type { Portal } from '../support/portal'

/** One way to look at a route: who, under which address, and what the view is called in the name of its test. */
export type View = {
  loginId: string | null
  address: (portal: Portal) => Promise<string> | string
  as?: string
}
