import {closeSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import type {Script} from 'node:vm'
import {crc32} from 'node:zlib'

/** Nobody's runs are so different that more is to be gained. */
const mostRenewals = 20
/** Who has begun to write longer ago is not at it any more; in milliseconds. */
const longestWrite = 60_000

/** The last line of the file, behind the compiled code. */
interface Trailer {
  checksum: number
  /** Names of what the runs have used that it comes from. */
  parts: readonly string[]
  /** How often it was written anew. */
  renewals: number
}

/** The process that runs the program, as far as compiled code depends on it. */
type Runtime = Pick<NodeJS.Process, 'env' | 'version' | 'platform' | 'arch' | 'execPath' | 'pid'>

/**
 * What V8 has made of the program in earlier runs, in a file beside it. Who can write that file can write the program as
 * well. Where it is missing, damaged, or of another Node, the program is compiled as ever; where it cannot be written,
 * there is none.
 */
export class CompiledCode {
  readonly #file: string
  readonly #pid: number
  readonly #trailer: Trailer | undefined
  /** Undefined where there is none that is whole. V8 itself sees whether it is of another version, and not more. */
  readonly data: Buffer | undefined

  private constructor(file: string, pid: number) {
    this.#file = file
    this.#pid = pid
    const kept = keptIn(file)
    this.#trailer = kept?.trailer
    this.data = kept?.data
  }

  /**
   * That of the program in `file`; undefined where none is to be kept: the user may switch it off, as that which Node
   * itself keeps, and V8 counts less exactly what has run.
   */
  static of(file: string, {env, version, platform, arch, execPath, pid}: Runtime): CompiledCode | undefined {
    if (env.NODE_DISABLE_COMPILE_CACHE || env.NODE_V8_COVERAGE) return undefined
    const size = sizeOf(execPath)
    if (size === undefined) return undefined
    return new CompiledCode(`${file.replace(/\.js$/, '')}.${version}-${platform}-${arch}-${size}.compiled`, pid)
  }

  /** Keeps what V8 has compiled of `script` for later runs, if there is anything new in what this run has used. */
  keep(script: Script, used: readonly string[]): void {
    const known = script.cachedDataRejected ? [] : (this.#trailer?.parts ?? [])
    const parts = new Set([...known, ...used])
    const renewals = this.#trailer ? this.#trailer.renewals + 1 : 0
    if (parts.size > known.length && renewals <= mostRenewals) this.#write(script, [...parts], renewals)
  }

  /** Writes a new file, which takes the place of the old one in one step: others may be reading that. */
  #write(script: Script, parts: readonly string[], renewals: number): void {
    const temporary = `${this.#file}.${this.#pid}-${Date.now()}`
    try {
      // Before the code is asked for, which takes its time: most often it is this that cannot be done.
      const output = openSync(temporary, 'wx')
      try {
        const data = script.createCachedData()
        const trailer: Trailer = {checksum: crc32(data), parts, renewals}
        writeFileSync(output, Buffer.concat([data, Buffer.from(`\n${JSON.stringify(trailer)}`)]))
      } finally {
        closeSync(output)
      }
      renameSync(temporary, this.#file)
      this.#removeStrays()
    } catch {
      removeIfThere(temporary)
    }
  }

  /** Removes what runs have left that were killed while they wrote. */
  #removeStrays(): void {
    const lead = `${basename(this.#file)}.`
    for (const name of readdirSync(dirname(this.#file))) {
      const begun = name.startsWith(lead) ? Number(/-(\d+)$/.exec(name)?.[1]) : Number.NaN
      if (Date.now() - begun > longestWrite) removeIfThere(join(dirname(this.#file), name))
    }
  }
}

/** Tells builds of one version apart, which lay out their memory in different ways, and V8 does not see it. */
function sizeOf(file: string): number | undefined {
  try {
    return statSync(file).size
  } catch {
    return undefined
  }
}

function keptIn(file: string): {data: Buffer; trailer: Trailer} | undefined {
  try {
    const bytes = readFileSync(file)
    const end = bytes.lastIndexOf('\n')
    const trailer = JSON.parse(bytes.toString('utf8', end + 1)) as Trailer
    const data = bytes.subarray(0, end)
    // V8 believes what it is given, and breaks down over what is damaged.
    return crc32(data) === trailer.checksum ? {data, trailer} : undefined
  } catch {
    return undefined
  }
}

function removeIfThere(file: string): void {
  try {
    rmSync(file, {force: true})
  } catch {
    // It could not even be made.
  }
}
