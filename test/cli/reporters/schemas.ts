import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {type Schema, Validator} from '@cfworker/json-schema'
import {validateXML} from 'xmllint-wasm'

const modules = join(import.meta.dirname, '../../../node_modules')

export function readModule(path: string): string {
  return readFileSync(join(modules, path), 'utf8')
}

/** What a JSON text lacks to fit a schema; empty where it does. */
export function faultsOfJson(text: string, schema: Schema, draft: '4' | '7' = '7'): string[] {
  return new Validator(schema, draft, false)
    .validate(JSON.parse(text))
    .errors.map(({instanceLocation, error}) => `${instanceLocation}: ${error}`)
}

/** What an XML text lacks to be well-formed and, with a schema, valid; empty where it is. */
export async function faultsOfXml(text: string, schema?: string): Promise<string[]> {
  const xml = [{fileName: 'report.xml', contents: text}]
  const {errors} = await (schema === undefined
    ? validateXML({xml, normalization: 'c14n'})
    : validateXML({xml, schema: [{fileName: 'schema.xsd', contents: schema}]}))
  return errors.map(({rawMessage}) => rawMessage)
}
