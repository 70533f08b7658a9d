/** Lets work wait until something happens. */
export class Bell {
  readonly #waiting = new Set<() => void>()

  ring(): void {
    for (const wake of this.#waiting) wake()
  }

  /** Whether it rings within so many milliseconds; false as well once `signal` is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    return new Promise(resolve => {
      const end = (rings: boolean) => {
        clearTimeout(timer)
        this.#waiting.delete(wake)
        signal.removeEventListener('abort', abort)
        resolve(rings)
      }
      const wake = () => end(true)
      const abort = () => end(false)
      const timer = setTimeout(abort, milliseconds)
      this.#waiting.add(wake)
      signal.addEventListener('abort', abort)
      if (signal.aborted) abort()
    })
  }

  /** Waits until it has not rung for so many milliseconds, but not for more than ten times as long. */
  async quiet(milliseconds: number, signal: AbortSignal): Promise<void> {
    for (let times = 0; times < 10 && (await this.wait(milliseconds, signal)); times++);
  }
}
