/** The rows with the greatest amounts, a heap with the least of them on top. */
export class BestRows {
  readonly rows: number[] = [];
  private readonly amounts: number[] = [];
  private readonly most: number;

  constructor(most: number) {
    this.most = most;
  }

  /** What is not more than this has no place any more. */
  get least(): number {
    return this.rows.length < this.most ? 0 : (this.amounts[0] ?? 0);
  }

  offer(row: number, amount: number): void {
    if (this.rows.length < this.most) {
      this.rows.push(row);
      this.amounts.push(amount);
      this.rise(this.rows.length - 1);
    } else if (amount > (this.amounts[0] ?? 0)) {
      this.rows[0] = row;
      this.amounts[0] = amount;
      this.sink();
    }
  }

  private rise(start: number): void {
    for (let at = start; at > 0; ) {
      const parent = (at - 1) >> 1;
      if ((this.amounts[parent] ?? 0) <= (this.amounts[at] ?? 0)) return;
      this.swap(at, parent);
      at = parent;
    }
  }

  private sink(): void {
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      let least = at;
      for (const child of [left, left + 1]) {
        if ((this.amounts[child] ?? Infinity) < (this.amounts[least] ?? Infinity)) least = child;
      }
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  private swap(one: number, other: number): void {
    [this.rows[one], this.rows[other]] = [this.rows[other] ?? 0, this.rows[one] ?? 0];
    [this.amounts[one], this.amounts[other]] = [this.amounts[other] ?? 0, this.amounts[one] ?? 0];
  }
}
