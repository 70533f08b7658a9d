import {parentPort} from 'node:worker_threads'
import {answerTo} from '../ahead/answer-to.ts'
import type {Reply, Task} from '../ahead/pool.ts'

parentPort?.on('message', async (task: Task) => {
  const answer = await answerTo(task)
  parentPort?.postMessage({id: task.id, ...(answer && {answer})} satisfies Reply)
})
