import {parentPort} from 'node:worker_threads'
import type {Reply, Task} from '../ahead/pool.ts'
import {loadProgram} from '../program/load-program.ts'

const {program} = loadProgram()
parentPort?.on('message', async (task: Task) => {
  const answer = await program.answerTo(task)
  parentPort?.postMessage({id: task.id, ...(answer && {answer})} satisfies Reply)
})
