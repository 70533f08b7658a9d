/** The middle of `values`; of an even number of them half-way between the two in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** The value below which a share of `values` lies, in a straight line between its neighbours. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const place = share * (sorted.length - 1)
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  if (below === undefined || above === undefined) return Number.NaN
  return below + (above - below) * (place - Math.floor(place))
}

/** The power of `x` with which `y` grows: the slope of the straight line nearest to the logarithms (least squares). */
export function exponentOf(points: readonly {x: number; y: number}[]): number {
  const logarithms = points.map(({x, y}) => ({x: Math.log(x), y: Math.log(y)}))
  const mean = (of: (point: {x: number; y: number}) => number) =>
    logarithms.reduce((sum, point) => sum + of(point), 0) / logarithms.length
  const [meanX, meanY] = [mean(({x}) => x), mean(({y}) => y)]
  return mean(({x, y}) => (x - meanX) * (y - meanY)) / mean(({x}) => (x - meanX) ** 2)
}
