import {argumentsOf, has, valueGiven} from './arguments.ts'
import {joined} from './paths.ts'
import {fileAbove, fileIn} from './search.ts'
import type {Tool, UnknownTarget} from './target.ts'
import {taskfileNames, tasksOf} from './taskfile.ts'

const valued = new Set(
  '-t --taskfile -d --dir -o --output -C --concurrency -I --interval --sort --completion'.split(' '),
)

export const task: Tool = {
  programs: ['task', 'go-task'],
  files: taskfileNames,
  placing: ['-d', '--dir', '-t', '--taskfile'],
  namesIn: (workspace, file) => tasksOf(workspace, file).names,
  *unknownIn({words, folder, workspace}) {
    const given = argumentsOf(words, valued)
    if (has(given, '-g', '--global', '-i', '--init', '-l', '--list', '-a', '--list-all')) return
    const place = valueGiven(given, '-d', '--dir')
    const named = valueGiven(given, '-t', '--taskfile')
    const at = place === undefined ? folder : place?.isPlain ? joined(folder, place.text) : null
    if (at === null || named === null || named?.isPlain === false) return
    const file = named ? fileIn(workspace, at, [named.text]) : fileAbove(workspace, at, taskfileNames)
    if (file === null) return
    const tasks = tasksOf(workspace, file)
    for (const {text, isPlain, start, end} of given.operands) {
      // `task T012` and `task 3` speak of a task of the plan.
      if (!isPlain || !/^[A-Za-z_][\w:.-]*$/.test(text) || /^T?\d/.test(text) || !tasks.lacks(text)) continue
      const nearest = tasks.nearestTo(workspace, text)
      yield {start, end, name: text, noun: 'task', place: file, nearest, isPath: false} satisfies UnknownTarget
    }
  },
}
