import {stillSays} from '../repository/asked.ts'
import type {Workspaces} from '../repository/workspaces.ts'
import type {Answer, KnownResults, Question} from './known-results.ts'

/** Of what is `known`, the answers for which the repositories of the plans are still as they were. */
export function currentResults(known: KnownResults, workspaces: Workspaces): KnownResults {
  const isCurrent = ({asked}: Answer, {address}: Question) => {
    if (asked === undefined) return address === null
    return asked.length === 0 || (address !== null && stillSays(workspaces.at(address), asked))
  }
  return {
    find(file, question) {
      const answer = known.find(file, question)
      return answer && isCurrent(answer, question) ? answer : undefined
    },
    keep: (file, question, answer) => known.keep(file, question, answer),
  }
}
