import nodeFs from 'node:fs'
import {compareDerived} from './derived/command.ts'

const {env, stdout, stderr} = process
process.exitCode = await compareDerived({
  argv: process.argv.slice(2),
  cwd: process.cwd(),
  env,
  stdout,
  stderr,
  fs: nodeFs,
})
