import {parentPort, workerData} from 'node:worker_threads'
import type {Reply, Task, WorkerData} from '../ahead/pool.ts'
import {loadProgram} from '../program/load-program.ts'

const {program} = loadProgram()
const {presets} = workerData as WorkerData
parentPort?.on('message', async (task: Task) => {
  const answer = await program.answerTo(task, presets)
  parentPort?.postMessage({id: task.id, ...(answer && {answer})} satisfies Reply)
})
