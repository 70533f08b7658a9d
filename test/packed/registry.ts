import {createHash} from 'node:crypto'
import {once} from 'node:events'
import {readFileSync} from 'node:fs'
import {Worker} from 'node:worker_threads'
import manifest from '../../package.json' with {type: 'json'}

/** In a thread of its own, as tests wait for processes that ask it. */
const server = `
const {createServer} = require('node:http')
const {parentPort, workerData: {manifest, tarball, integrity}} = require('node:worker_threads')

const {name, version} = manifest
const http = createServer((request, response) => {
  const origin = 'http://' + request.headers.host
  const versions = {[version]: {...manifest, dist: {integrity, tarball: origin + '/' + name + '.tgz'}}}
  if (request.url === '/' + name) response.end(JSON.stringify({name, 'dist-tags': {latest: version}, versions}))
  else if (request.url === '/' + name + '.tgz') response.end(tarball)
  else response.writeHead(404).end('{}')
})
http.listen(0, '127.0.0.1', () => parentPort.postMessage('http://127.0.0.1:' + http.address().port))
`

/** A registry that knows the packed package only. */
export class Registry {
  readonly #worker: Worker
  readonly url: string

  private constructor(worker: Worker, url: string) {
    this.#worker = worker
    this.url = url
  }

  static async of(file: string): Promise<Registry> {
    const tarball = readFileSync(file)
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`
    const worker = new Worker(server, {eval: true, workerData: {manifest, tarball, integrity}})
    const [url] = await once(worker, 'message')
    return new Registry(worker, url)
  }

  async stop(): Promise<void> {
    await this.#worker.terminate()
  }
}
