/**
 * Knows what the request that is being judged is about: a resource's type, or a stack. The SDK skips a policy before it
 * unpacks properties for it, which is nine tenths of what a policy costs, if the policy's function names another type
 * as its `__pulumiType`. A rule for a type with several forms of token cannot name one, but while it is certain what is
 * being judged, it can say whether it applies to that.
 *
 * A request begins at the first policy and ends at the last, and runs without a pause in between, because no rule
 * waits for anything. Where two overlap all the same, nothing is certain, and every policy is asked the long way.
 */
export class RequestGate<Subject> {
  private running: Subject | undefined;
  private overlapping = false;
  private clearing = false;

  /** What is being judged, if that is certain. */
  get subject(): Subject | undefined {
    return this.overlapping ? undefined : this.running;
  }

  /** A request has reached the first policy. */
  begin(subject: Subject): void {
    if (this.running === undefined) this.running = subject;
    else this.overlapping = true;
    if (this.clearing) return;
    this.clearing = true;
    setImmediate(() => this.clear()).unref();
  }

  /** A request has reached the last policy. */
  end(): void {
    if (!this.overlapping) this.running = undefined;
  }

  /** No request outlives the turn of the event loop in which it began. */
  private clear(): void {
    this.running = undefined;
    this.overlapping = false;
    this.clearing = false;
  }
}
