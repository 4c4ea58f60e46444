/** A rule of the program that the replay says nothing about, and why. */
export interface NotReplayed {
  /** The rule's name in the program. */
  name: string;
  /** The catalogue's id of the alert, where the rule names one. */
  alert?: string;
  reason: string;
}
