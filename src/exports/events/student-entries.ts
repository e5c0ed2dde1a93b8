// Where each student's entries begin in columns that are ordered by student.

/** Given the student index of every entry, in order. */
export function startsOf(studentIndices: ArrayLike<number> & Iterable<number>, students: number): Int32Array {
  const starts = new Int32Array(students + 1);
  for (const index of studentIndices) starts[index + 1] = (starts[index + 1] ?? 0) + 1;
  for (let index = 0; index < students; index += 1) {
    starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0);
  }
  return starts;
}

/** The first entry of a student, and the one after their last. */
export function entriesOf(starts: Int32Array, index: number): readonly [number, number] {
  return [starts[index] ?? 0, starts[index + 1] ?? 0];
}
