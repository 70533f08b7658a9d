import {join} from 'node:path'
import {expect, test} from 'vitest'
import {run} from '../world.ts'
import {finding, linted, reported, runOf} from './sample.ts'
import {faultsOfXml} from './schemas.ts'

const root = join(import.meta.dirname, '../../..')

/**
 * What Checkstyle's own writer writes. The schema in its repository, `config/checkstyle-report-1.0.0.xsd`, asks for less,
 * and comes in no package.
 */
const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:element name="checkstyle">
    <xs:complexType>
      <xs:sequence><xs:element ref="file" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
      <xs:attribute name="version" type="xs:string" use="required"/>
    </xs:complexType>
  </xs:element>
  <xs:element name="file">
    <xs:complexType>
      <xs:sequence><xs:element ref="error" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
      <xs:attribute name="name" type="xs:string" use="required"/>
    </xs:complexType>
  </xs:element>
  <xs:element name="error">
    <xs:complexType>
      <xs:attribute name="line" type="xs:positiveInteger" use="required"/>
      <xs:attribute name="column" type="xs:positiveInteger"/>
      <xs:attribute name="severity" use="required">
        <xs:simpleType>
          <xs:restriction base="xs:string">
            <xs:enumeration value="error"/><xs:enumeration value="warning"/><xs:enumeration value="info"/>
          </xs:restriction>
        </xs:simpleType>
      </xs:attribute>
      <xs:attribute name="message" type="xs:string" use="required"/>
      <xs:attribute name="source" type="xs:string" use="required"/>
    </xs:complexType>
  </xs:element>
</xs:schema>`

test('the report of all fixtures has the form that Checkstyle writes', async () => {
  const {stdout} = await run(root, ['-f', 'checkstyle', 'fixtures'])
  expect(stdout.match(/<error /g)?.length).toBeGreaterThan(100)
  expect(await faultsOfXml(stdout, schema)).toEqual([])
  expect(await faultsOfXml(stdout.replace('severity="error"', 'severity="grave"'), schema)).not.toEqual([])
})

test('files without findings are named as well', async () => {
  const text = '# "[NAME]" plan\n'
  const files = [linted('a&b.md', text, [finding(text, '[NAME]')]), linted('c.md', text, [])]
  expect(await reported('checkstyle', runOf(files))).toBe(`\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="a&amp;b.md">
    <error line="1" column="4" severity="error" message="&quot;[NAME]&quot; is a slot" source="plan-lint.no-placeholders"/>
  </file>
  <file name="c.md"/>
</checkstyle>
`)
})
