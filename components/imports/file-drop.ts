import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true

type Place<E> = RefObject<E | null>

/* Said only where a script runs. */
const never = () => () => undefined
const onClient = () => true
const onServer = () => false

/**
 * Lets a file be dropped on `zone` into a file field. Beside it nothing happens: the browser would leave the page and open
 * the file instead.
 */
export function useFileDrop(zone: Place<HTMLElement>, input: Place<HTMLInputElement>, see: () => void) {
  const isReady = useSyncExternalStore(never, onClient, onServer)
  const [isOver, setOver] = useState(false)
  const [isSeveral, setSeveral] = useState(false)
  const seen = useRef(see)
  useEffect(() => {
    seen.current = see
  })
  useEffect(() => {
    const isInside = (event: DragEvent) =>
      event.target instanceof Node && (zone.current?.contains(event.target) ?? false)
    const move = (event: DragEvent) => {
      if (!holdsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      event.dataTransfer.dropEffect = isInside(event) ? 'copy' : 'none'
      setOver(isInside(event))
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      setOver(false)
      if (!isInside(event) || !input.current) return
      const { files } = event.dataTransfer
      setSeveral(files.length > 1)
      if (files.length !== 1) return
      input.current.files = files
      seen.current()
      input.current.focus()
    }
    const listeners = [
      ['dragenter', move],
      ['dragover', move],
      ['dragleave', leave],
      ['drop', drop],
    ] as const
    for (const [name, listener] of listeners) document.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of listeners) document.removeEventListener(name, listener)
    }
  }, [zone, input])
  return { isReady, isOver, isSeveral }
}
