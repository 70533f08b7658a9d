#!/usr/bin/env node
import module from 'node:module'
import process from 'node:process'

// Node 22.8 and newer keep compiled code on disk; not yet in the types of the oldest Node we support.
const {enableCompileCache} = module as {enableCompileCache?: () => void}
enableCompileCache?.()

const {main} = await import('../main.ts')
const {env, stdin, stdout, stderr} = process
const lintWorkers = {module: new URL('./lint-worker.js', import.meta.url)}
const world = {argv: process.argv.slice(2), cwd: process.cwd(), env, stdin, stdout, stderr, lintWorkers}
process.exitCode = await main(world)
