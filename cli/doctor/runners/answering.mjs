/**
 * Answers the one message that this process gets, and ends it, whatever a host has left open.
 * @param {(job: any) => Promise<unknown>} answer
 */
export function answering(answer) {
  process.once('message', async job => {
    const reply = await settled(answer(job))
    process.send?.(reply, () => process.exit())
  })
}

/**
 * @param {Promise<unknown>} promise
 * @returns {Promise<{value: unknown} | {failure: string[]}>}
 */
export function settled(promise) {
  return promise.then(
    value => ({value}),
    error => ({failure: reasonsOf(error)}),
  )
}

/**
 * What errors say, from the outermost inwards; hosts wrap what went wrong in what they were doing.
 * @param {unknown} error
 * @returns {string[]}
 */
export function reasonsOf(error) {
  if (!(error instanceof Error)) return [String(error)]
  const inner = error instanceof AggregateError ? error.errors : []
  const causes = [...inner, ...(error.cause ? [error.cause] : [])]
  return [...new Set([error.message.split('\n', 1)[0] ?? '', ...causes.flatMap(reasonsOf)])]
}
