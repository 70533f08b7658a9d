#!/usr/bin/env node
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {loadProgram} from '../program/load-program.ts'
import {tuneCompiler} from '../program/tune-compiler.ts'

tuneCompiler()
const {program, keepCompiled} = loadProgram()
program.runCommand(pathToFileURL(join(import.meta.dirname, 'lint-worker.js'))).then(keepCompiled)
