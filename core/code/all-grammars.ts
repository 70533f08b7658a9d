import {cpp} from './cpp.ts'
import {go} from './go.ts'
import {addGrammars} from './grammars.ts'
import {java} from './java.ts'
import {javascript, typescript} from './javascript.ts'
import {python} from './python.ts'
import {rust} from './rust.ts'

addGrammars({go, typescript, javascript, python, rust, java, c: cpp, cpp})
