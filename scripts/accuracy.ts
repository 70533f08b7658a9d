import nodeFs from 'node:fs'
import {accuracy} from './accuracy/command.ts'

const {env, stdout, stderr} = process
process.exitCode = await accuracy({argv: process.argv.slice(2), cwd: process.cwd(), env, stdout, stderr, fs: nodeFs})
