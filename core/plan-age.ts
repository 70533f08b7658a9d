import type {Plan} from './plan.ts'
import type {Workspace} from './workspace.ts'

/** Folders for plans whose work is done, or that were given up. */
const doneFolder = /(?:^|\/)_?(?:completed?|done|archived?|implemented|finished|shipped|closed|old|history)\//i

const template = /(?:^|[/._-])templates?(?=[/._-])/i

/** Whether a plan stands where nobody works on it, by its folder or its name: it is filed, or it is a template. */
export function isSetAside({workspace}: Plan): boolean {
  const planPath = workspace?.planPath ?? ''
  return doneFolder.test(planPath) || template.test(planPath)
}

/** Whether no work was committed since the plan was. One that is kept out of the history may be of any age. */
export function isNewPlan(workspace: Workspace): boolean {
  return workspace.isNew(workspace.planPath) && !workspace.isIgnored(workspace.planPath)
}
