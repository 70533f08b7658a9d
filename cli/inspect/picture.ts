import type {PlanGraph, PlanNode} from '../../core/inspection/graph.ts'
import type {InspectedPhase} from '../../core/inspection/inspection.ts'
import {harmless} from '../terminal.ts'

/** What a picture shows of the nodes besides their names. */
export interface Look {
  /** The group that a node is drawn in; null for none. */
  groupOf(node: PlanNode): string | null
  /** What stands over a group; null for one without a frame. */
  titleOf(group: string): string | null
  /** Whether a node is to stand out. */
  isReady?(node: PlanNode): boolean
}

/** Tasks in frames by their phases. */
export function byPhase(phases: readonly InspectedPhase[]): Look {
  return {
    groupOf: node => (node.kind === 'task' ? node.phase : null),
    titleOf(group) {
      const found = phases.find(({number}) => number === group)
      return found ? titleOf(found) : null
    },
  }
}

/** A graph with names for its nodes that any notation takes. */
interface Drawing {
  groups: {
    name: string
    title: string | null
    nodes: {name: string; label: string; isDone: boolean; isReady: boolean}[]
  }[]
  /** From what comes first to what waits for it. */
  arrows: {from: string; to: string; isSaid: boolean}[]
}

/** Columns of a label that a picture can show without losing its form. */
const longestLabel = 60

function drawingOf({nodes, edges}: PlanGraph, look: Look): Drawing {
  const names = new Map(nodes.map(({id}, index) => [id, `n${index + 1}`]))
  const drawn = nodes.map(node => ({
    group: look.groupOf(node),
    shape: {
      name: names.get(node.id) ?? '',
      label: labelOf(node),
      isDone: node.isDone,
      isReady: look.isReady?.(node) ?? false,
    },
  }))
  const groups = [...new Set(drawn.map(({group}) => group))].map((group, index) => {
    const title = group === null ? null : look.titleOf(group)
    return {
      name: `g${index + 1}`,
      title: title === null ? null : cut(title),
      nodes: drawn.filter(node => node.group === group).map(({shape}) => shape),
    }
  })
  const arrows = edges.flatMap(({from, to, kind}) => {
    const [first, then] = [names.get(to), names.get(from)]
    return first && then ? [{from: first, to: then, isSaid: kind === 'depends'}] : []
  })
  const seen = new Set<string>()
  const once = ({from, to}: {from: string; to: string}) => !seen.has(`${from} ${to}`) && seen.add(`${from} ${to}`)
  return {groups, arrows: arrows.filter(once)}
}

function titleOf({noun, number, name}: InspectedPhase): string {
  const title = `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${number}`
  return name ? `${title}: ${name}` : title
}

function labelOf({id, name}: PlanNode): string {
  // What Markdown has for code and weight would be taken for the label's own.
  return cut(name ? `${id}: ${name.replace(/[`*]+/g, '')}` : id)
}

/** On one line, and not longer than a picture can show. */
function cut(text: string): string {
  const characters = Array.from(harmless(text.replace(/\s+/g, ' ').trim()))
  return characters.length > longestLabel ? `${characters.slice(0, longestLabel - 1).join('')}…` : characters.join('')
}

/** The graph as a Mermaid flow chart. */
export function mermaid(graph: PlanGraph, look: Look): string {
  const {groups, arrows} = drawingOf(graph, look)
  const lines = groups.flatMap(({name, title, nodes}) => {
    const own = nodes.map(
      node => `${node.name}["${inMermaid(node.label)}"]${node.isDone ? ':::done' : node.isReady ? ':::ready' : ''}`,
    )
    if (title === null) return own.map(line => `  ${line}`)
    return [`  subgraph ${name}["${inMermaid(title)}"]`, ...own.map(line => `    ${line}`), '  end']
  })
  const joined = arrows.map(({from, to, isSaid}) => `  ${from} ${isSaid ? '-->' : '-.->'} ${to}`)
  const shapes = groups.flatMap(({nodes}) => nodes)
  const styles = [
    ...(shapes.some(({isDone}) => isDone) ? ['  classDef done opacity:0.5'] : []),
    ...(shapes.some(({isReady}) => isReady) ? ['  classDef ready stroke-width:3px'] : []),
  ]
  return `${['flowchart LR', ...lines, ...joined, ...styles].join('\n')}\n`
}

/** What would end a label, begin Markdown or HTML in it, or be taken for an entity. */
function inMermaid(label: string): string {
  return label.replace(/[^\p{L}\p{M}\p{N} .,:'()/_…–—-]/gu, character => `#${character.codePointAt(0)};`)
}

/** The graph in the language of Graphviz. */
export function dot(graph: PlanGraph, look: Look): string {
  const {groups, arrows} = drawingOf(graph, look)
  const lines = groups.flatMap(({name, title, nodes}) => {
    const own = nodes.map(
      node => `${node.name} [label=${quoted(node.label)}${node.isDone ? ', color=gray, fontcolor=gray' : ''}];`,
    )
    if (title === null) return own.map(line => `  ${line}`)
    return [`  subgraph cluster_${name} {`, `    label=${quoted(title)};`, ...own.map(line => `    ${line}`), '  }']
  })
  const joined = arrows.map(({from, to, isSaid}) => `  ${from} -> ${to}${isSaid ? '' : ' [style=dotted]'};`)
  return `${['digraph plan {', '  rankdir=LR;', '  node [shape=box];', ...lines, ...joined, '}'].join('\n')}\n`
}

/** In Graphviz `\\` begins an escape such as `\\N` for the name of the node. */
function quoted(label: string): string {
  return `"${label.replace(/[\\"]/g, '\\$&')}"`
}
