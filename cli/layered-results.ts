import type {KnownResults} from './known-results.ts'

/** What `near` knows, else `far`, if there is one; both keep what is new. */
export function layered(near: KnownResults, far: KnownResults | undefined): KnownResults {
  return {
    find(file, question) {
      const answer = near.find(file, question) ?? far?.find(file, question)
      if (answer) near.keep(file, question, answer)
      return answer
    },
    async keep(file, question, answer) {
      await near.keep(file, question, answer)
      await far?.keep(file, question, answer)
    },
  }
}
