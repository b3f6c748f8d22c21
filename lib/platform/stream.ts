import { logFault } from './log'

/** Bytes as an answer's body: asked for one after the other, and given up when whoever reads goes away. */
export function streamOf(
  chunks: AsyncGenerator<Uint8Array, void>,
  ended: () => void | Promise<void>,
): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      try {
        const next = await chunks.next()
        if (next.done !== true) {
          controller.enqueue(next.value)
          return
        }
        await ended()
        controller.close()
      } catch (error) {
        logFault(error)
        await ended()
        throw error
      }
    },
    async cancel() {
      await chunks.return(undefined)
      await ended()
    },
  })
}
