import type {Plan} from '../plan.ts'
import type {TaskWords} from '../preset.ts'

const none: TaskWords = {
  dependencies: [],
  outcomes: [],
  gone: [],
  stories: [],
  titles: [],
  inspecting: [],
  writing: [],
  files: [],
  tests: [],
}

/** The words by which the preset of a plan knows tasks; the same object for each plan of a preset. */
export function taskWordsOf({preset}: Plan): TaskWords {
  return preset.vocabulary.tasks ?? none
}
