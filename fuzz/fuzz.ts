import {fuzz} from './command.ts'

const {env, stdout, stderr} = process
const world = {argv: process.argv.slice(2), cwd: process.cwd(), env, stdout, stderr}
process.exitCode = await fuzz(world, {module: new URL('./kinds/kinds.ts', import.meta.url).href, limit: 60})
