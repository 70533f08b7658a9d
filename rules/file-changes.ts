import type {FileChange} from '../core/changes/change.ts'
import {type ChangeFault, changeFaultsOf} from '../core/changes/faults.ts'
import {type Locator, locatorOf} from '../core/changes/locate.ts'
import type {Suggestion} from '../core/finding.ts'
import type {Plan} from '../core/plan.ts'
import {defineRule} from '../core/rule.ts'

/** What is called by its name in a message: a task, else the phase around a change. */
function turnOf({preset}: Plan, {task, phase}: FileChange): string {
  if (task) return task.id
  return phase ? `${preset.phases?.noun ?? 'phase'} ${phase.number}` : 'the plan'
}

function stateOf(plan: Plan, change: FileChange): string {
  return change.checked && !change.task ? 'its box is ticked' : `${turnOf(plan, change)} is done`
}

/** What to do about a path that leads nowhere. */
function adviceFor({fault, change: {kind}}: ChangeFault, near: ReturnType<Locator['meant']>): string {
  if (near) return near.isMoved ? `it has moved to "${near.path}"` : `did you mean "${near.path}"?`
  if (fault === 'unmade') return 'correct the path, or what the plan says of it'
  return `correct the path, or ${kind === 'delete' ? 'drop it' : 'create it'}`
}

/** Puts another path where that of a change stands. */
function replacement({text}: Plan, {start, end, path}: FileChange, near: string): Suggestion[] {
  const at = text.slice(start, end).indexOf(path)
  if (at < 0) return []
  return [{title: `Write "${near}"`, edits: [{start: start + at, end: start + at + path.length, text: near}]}]
}

export default defineRule({
  id: 'file-changes',
  summary: 'A file to be modified or deleted is not there, or one to be created is',
  group: 'repository',
  severity: 'warning',
  messages: {
    there: '"{path}" is to be created, but it is there already; modify it, or choose another name',
    made: '"{path}" is to be created, but {other} creates it already; modify it, or choose another name',
    missing: '"{path}" is to be {verb}, but there is no such file; {advice}',
    deleted: '"{path}" is to be {verb}, but {other} deletes it; change the order, or drop one of the two',
    later: '"{path}" is to be {verb}, but only {other} creates it; change the order, or create it here',
    unmade: '"{path}" was to be created and is not there, although {done}; {advice}',
    kept: '"{path}" was to be deleted and is still there, although {done}; delete it, or correct the plan',
  },
  *check(plan, _options, say) {
    const {workspace} = plan
    if (!workspace) return
    const locator = locatorOf(plan, workspace)
    for (const found of changeFaultsOf(plan, locator)) {
      const {fault, change, other} = found
      const near = fault === 'missing' || fault === 'unmade' ? locator.meant(change.path) : null
      const data = {
        path: change.path,
        verb: change.kind === 'delete' ? 'deleted' : 'modified',
        other: other ? turnOf(plan, other) : '',
        done: stateOf(plan, change),
        advice: adviceFor(found, near),
      }
      yield say(fault, change, data, {
        ...(other && {related: [{start: other.start, end: other.end, message: data.other}]}),
        ...(near && {suggestions: replacement(plan, change, near.path)}),
      })
    }
  },
})
