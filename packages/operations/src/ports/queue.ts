/** One delivery of a message. The same message comes again if it is not done within its time. */
export interface Delivery {
  readonly id: string;
  readonly body: string;
  /** How often it has been delivered, this time included. */
  readonly attempt: number;
}

/** Events that wait: delivered at least once, in no certain order. */
export interface Queue {
  /** The next message, hidden from others for so many milliseconds; undefined if none waits. */
  receive(hiddenMilliseconds: number): Promise<Delivery | undefined>;
  /** It is dealt with and never comes again. */
  done(delivery: Delivery): Promise<void>;
  /** Puts it aside for a person, with the reason. */
  poison(delivery: Delivery, reason: string): Promise<void>;
}
