import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process'
import {once} from 'node:events'
import {join} from 'node:path'
import {onTestFinished} from 'vitest'
import {createProtocolConnection, type ProtocolConnection} from 'vscode-languageserver/node'

const bin = join(import.meta.dirname, '../../dist/bin/plan-lint.js')

/** The built server as editors start it. */
export class ServerProcess {
  readonly process: ChildProcessWithoutNullStreams
  stderr = ''

  constructor(cwd?: string, env: Record<string, string> = {}) {
    this.process = spawn(process.execPath, [bin, 'lsp', '--stdio'], {cwd, env: {...process.env, ...env}})
    this.process.stderr.on('data', chunk => {
      this.stderr += chunk
    })
    onTestFinished(() => {
      this.process.kill('SIGKILL')
    })
  }

  connect(): ProtocolConnection {
    const connection = createProtocolConnection(this.process.stdout, this.process.stdin)
    connection.listen()
    return connection
  }

  /** Waits for its end; returns the exit code. */
  async ended(): Promise<number | null> {
    if (this.process.exitCode === null && this.process.signalCode === null) await once(this.process, 'exit')
    return this.process.exitCode
  }
}

/** A message as it goes over the wire. */
export function framed(content: string): string {
  return `Content-Length: ${Buffer.byteLength(content)}\r\n\r\n${content}`
}
