import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {danglingEdges, duplicateNodes, findCycles, type Graph, nodesById, pathOf} from '../../core/graph.ts'

const at = {start: 0, end: 1}

/** `a>b` for an edge, `a` for a node alone; nodes in order of first mention on the left, then on the right. */
function graphOf(words: string): Graph {
  const edges = words.split(' ').flatMap(word => {
    const [from = '', to] = word.split('>')
    return to ? [{from, to, ...at}] : []
  })
  const ids = new Set(words.split(/[ >]/))
  return {nodes: [...ids].map(id => ({id, ...at})), edges}
}

const paths = (graph: Graph) => findCycles(graph).map(cycle => pathOf(cycle).join(' '))

describe('cycles', () => {
  it('are none in a graph that only branches and joins', () => {
    expect(paths(graphOf('a>b a>c b>d c>d d>e a>e'))).toEqual([])
  })

  it('have a path that returns to where it began', () => {
    expect(paths(graphOf('a>b b>c c>a'))).toEqual(['a b c a'])
  })

  it('may be an edge of a node to itself', () => {
    expect(paths(graphOf('a>b b>b'))).toEqual(['b b'])
  })

  it('leave out the way that leads to them', () => {
    expect(paths(graphOf('a>b b>c c>d d>c'))).toEqual(['c d c'])
  })

  it('are each told once, wherever the search enters them', () => {
    expect(paths(graphOf('x>b a>b b>c c>a y>c'))).toEqual(['b c a b'])
  })

  it('are told apart where they meet in a node', () => {
    expect(paths(graphOf('a>b b>a a>c c>a'))).toEqual(['a b a', 'a c a'])
  })

  it('are told as one where they share an edge', () => {
    expect(paths(graphOf('a>b b>c c>a b>a'))).toEqual(['a b c a'])
  })

  it('need both ends of an edge', () => {
    const {nodes, edges} = graphOf('a>b b>a')
    expect(paths({nodes: nodes.slice(0, 1), edges})).toEqual([])
  })

  it('keep the edges as they were given', () => {
    const edges = [
      {from: 'a', to: 'b', start: 3, end: 4},
      {from: 'b', to: 'a', start: 7, end: 8},
    ]
    const nodes = ['a', 'b'].map(id => ({id, ...at}))
    expect(findCycles({nodes, edges})).toEqual([edges])
  })

  it('share no edge, and each is a cycle; there is none exactly where the nodes can be put in order', () => {
    const id = fc.integer({min: 0, max: 7}).map(String)
    const edge = fc.record({from: id, to: id, start: fc.nat(), end: fc.nat()})
    fc.assert(
      fc.property(fc.array(edge, {maxLength: 24}), edges => {
        const nodes = Array.from({length: 8}, (_, index) => ({id: String(index), ...at}))
        const cycles = findCycles({nodes, edges})
        const told = cycles.flat()
        expect(new Set(told).size).toBe(told.length)
        for (const cycle of cycles) {
          for (const [index, {to}] of cycle.entries()) expect(cycle[(index + 1) % cycle.length]?.from).toBe(to)
          expect(new Set(cycle.map(({from}) => from)).size).toBe(cycle.length)
        }
        expect(cycles.length === 0).toBe(canBeOrdered(nodes, edges))
      }),
    )
  })
})

/** Kahn's algorithm, the other way to tell whether there is a cycle. */
function canBeOrdered(nodes: readonly {id: string}[], edges: readonly {from: string; to: string}[]): boolean {
  let left = [...edges]
  let open = nodes.map(({id}) => id)
  for (;;) {
    const free = open.filter(id => !left.some(({to}) => to === id))
    if (free.length === 0) return open.length === 0
    open = open.filter(id => !free.includes(id))
    left = left.filter(({from}) => !free.includes(from))
  }
}

describe('a large graph', () => {
  const count = 50_000
  const nodes = Array.from({length: count}, (_, index) => ({id: `n${index}`, ...at}))
  const chain = nodes.slice(1).map(({id}, index) => ({from: `n${index}`, to: id, ...at}))

  it('may be one long cycle', () => {
    const [cycle = []] = findCycles({nodes, edges: [...chain, {from: `n${count - 1}`, to: 'n0', ...at}]})
    expect(cycle).toHaveLength(count)
  })

  it('is searched to its end though every node leads back to the first', () => {
    const back = nodes.map(({id}) => ({from: id, to: 'n0', ...at}))
    expect(findCycles({nodes, edges: [...back, ...chain]}).map(pathOf)).toEqual([
      ['n0', 'n0'],
      ['n0', 'n1', 'n0'],
    ])
  })
})

describe('ids', () => {
  const nodes = ['a', 'b', 'a', 'a'].map((id, index) => ({id, start: index, end: index + 1}))

  it('mean the first node that has them', () => {
    expect(nodesById({nodes}).get('a')).toBe(nodes[0])
  })

  it('that stand before are told with the first', () => {
    expect(duplicateNodes({nodes})).toEqual([
      {node: nodes[2], first: nodes[0]},
      {node: nodes[3], first: nodes[0]},
    ])
  })

  it('that no node has leave an edge dangling', () => {
    const edges = [
      {from: 'a', to: 'b', ...at},
      {from: 'a', to: 'z', ...at},
    ]
    expect(danglingEdges({nodes, edges})).toEqual([edges[1]])
  })
})
