/**
 * Least-squares support vector machine in the space of similarities: one Cholesky factorisation serves all classes, so
 * that the inner cross-validation behind every calibrated number costs seconds. A row of a rare class is trusted more
 * (`weightPower`), which is what "balanced" means here.
 */
export interface RidgeOptions {
  readonly penalty: number;
  readonly weightPower: number;
}

export const DEFAULT_RIDGE: RidgeOptions = { penalty: 1, weightPower: 0.75 };

export interface Gram {
  readonly values: Float32Array;
  readonly size: number;
}

/** Dual weights, row by row of `members`, one column per class. */
export function trainRidge(
  gram: Gram,
  members: Int32Array,
  labels: Int32Array,
  classCount: number,
  { penalty, weightPower }: RidgeOptions = DEFAULT_RIDGE,
): Float64Array {
  const size = members.length;
  const counts = new Float64Array(classCount);
  for (const member of members) counts[labels[member] as number] = (counts[labels[member] as number] as number) + 1;
  const largest = counts.reduce((most, count) => Math.max(most, count), 1);
  const system = new Float64Array(size * size);
  const dual = new Float64Array(size * classCount);
  for (let row = 0; row < size; row += 1) {
    const member = members[row] as number;
    const label = labels[member] as number;
    const source = member * gram.size;
    for (let column = 0; column <= row; column += 1) {
      system[row * size + column] = (gram.values[source + (members[column] as number)] as number) + 1;
    }
    const share = (counts[label] as number) / largest;
    system[row * size + row] = (system[row * size + row] as number) + penalty * share ** weightPower;
    for (let index = 0; index < classCount; index += 1) dual[row * classCount + index] = index === label ? 1 : -1;
  }
  factorise(system, size);
  solve(system, size, dual, classCount);
  return dual;
}

/** Lower triangle L with L·Lᵀ = A, in place. */
function factorise(matrix: Float64Array, size: number): void {
  for (let row = 0; row < size; row += 1) {
    const base = row * size;
    for (let column = 0; column < row; column += 1) {
      const other = column * size;
      const sum = (matrix[base + column] as number) - dot(matrix, base, other, column);
      matrix[base + column] = sum / (matrix[other + column] as number);
    }
    const pivot = (matrix[base + row] as number) - dot(matrix, base, base, row);
    matrix[base + row] = Math.sqrt(Math.max(pivot, 1e-9));
  }
}

function dot(matrix: Float64Array, left: number, right: number, length: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (; at + 3 < length; at += 4) {
    a += (matrix[left + at] as number) * (matrix[right + at] as number);
    b += (matrix[left + at + 1] as number) * (matrix[right + at + 1] as number);
    c += (matrix[left + at + 2] as number) * (matrix[right + at + 2] as number);
    d += (matrix[left + at + 3] as number) * (matrix[right + at + 3] as number);
  }
  for (; at < length; at += 1) a += (matrix[left + at] as number) * (matrix[right + at] as number);
  return a + b + c + d;
}

function solve(lower: Float64Array, size: number, right: Float64Array, width: number): void {
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < row; column += 1) {
      subtract(right, row * width, column * width, lower[row * size + column] as number, width);
    }
    divide(right, row * width, lower[row * size + row] as number, width);
  }
  for (let row = size - 1; row >= 0; row -= 1) {
    divide(right, row * width, lower[row * size + row] as number, width);
    for (let column = 0; column < row; column += 1) {
      subtract(right, column * width, row * width, lower[row * size + column] as number, width);
    }
  }
}

function subtract(values: Float64Array, target: number, source: number, factor: number, width: number): void {
  for (let at = 0; at < width; at += 1) {
    values[target + at] = (values[target + at] as number) - factor * (values[source + at] as number);
  }
}

function divide(values: Float64Array, target: number, by: number, width: number): void {
  for (let at = 0; at < width; at += 1) values[target + at] = (values[target + at] as number) / by;
}
