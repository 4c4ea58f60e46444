import type { Ring } from "@ringfence/core/rings";
import type { WaivableRule } from "@ringfence/core/waivers";
import { findPreset, type Level, levelOf, Preset, type PresetChoice } from "../levels";
import type { Resource, Rule, Stack } from "../rule";
import type { PackEnvironment } from "./environment";
import { RequestGate } from "./request-gate";
import { chooseRing, type RingChoice, ringOfResource } from "./ring-choice";
import type { PackSettings } from "./settings";
import { WaiverBook } from "./waiver-book";
import { readWaiversFile } from "./waivers-file";

/** What a session is made from. */
export interface SessionOptions {
  environment: PackEnvironment;
  /** The rules that waivers may be for. */
  rules: readonly WaivableRule[];
  /** The clock. */
  now: () => Date;
  /** Whether another pack of the library has a rule of this id. */
  isRuleElsewhere?: (id: string) => boolean;
}

/**
 * What the policies of one pack share while the pack runs: ring, waivers, clock, and the inputs that were seen. The
 * SDK gives each policy its own configuration only, so the policy `ringfence` hands the pack's settings over.
 */
export class Session {
  private readonly atStart: RingChoice;
  private choice: RingChoice;
  private readonly presetAtStart: PresetChoice;
  private preset: PresetChoice;
  private settings: PackSettings = {};
  private settingsText = "";
  private book: WaiverBook | undefined;
  private readonly inputs = new Map<string, unknown>();
  /** The type of the resource that is being judged. */
  readonly gate = new RequestGate<string>();
  /** The stack that is being judged; its rules share it, and with it what they look up in it. */
  readonly stackGate = new RequestGate<Stack>();

  constructor(private readonly options: SessionOptions) {
    this.atStart = chooseRing(options.environment);
    this.choice = this.atStart;
    this.presetAtStart = findPreset(options.environment.config["ringfence:preset"]) ?? { preset: Preset.Standard };
    this.preset = this.presetAtStart;
  }

  /** The moment of the judgement. */
  now(): Date {
    return this.options.now();
  }

  /** The ring that the pack judges for. */
  get ring(): RingChoice {
    return this.choice;
  }

  /** The level that a rule's policy declares when the pack starts. */
  levelAtStart(rule: Rule): Level {
    return levelOf(rule, this.atStart.ring.name, this.presetAtStart);
  }

  /**
   * The level of a rule where the pack's configuration names another ring or preset than the pack started with: the
   * SDK knows the declared level only. Undefined otherwise, so that configured levels count.
   */
  changedLevel(rule: Rule): Level | undefined {
    if (this.choice.ring === this.atStart.ring && this.preset === this.presetAtStart) return undefined;
    return levelOf(rule, this.choice.ring.name, this.preset);
  }

  /** The ring that a resource is judged for. */
  ringOf(resource: Resource): Ring {
    return ringOfResource(this.choice, resource);
  }

  /** Takes the pack's settings over; does nothing if they are what they were. */
  configure(settings: PackSettings): void {
    const text = JSON.stringify(settings);
    if (text === this.settingsText) return;
    this.settingsText = text;
    this.settings = settings;
    this.choice = chooseRing(this.options.environment, settings.ring);
    this.preset = findPreset(settings.preset) ?? this.presetAtStart;
    this.book = undefined;
  }

  /** The waivers, read when they are first asked for. */
  get waivers(): WaiverBook {
    this.book ??= this.openBook();
    return this.book;
  }

  private openBook(): WaiverBook {
    const { environment, rules, isRuleElsewhere = () => true } = this.options;
    const { waivers, waiversFile, waiversForbidden, otherRules = [] } = this.settings;
    const file = waivers === undefined ? readWaiversFile(environment, waiversFile) : { content: waivers, problems: [] };
    const isKnown = (id: string) => otherRules.includes(id) || isRuleElsewhere(id);
    const rulesNow = waiversForbidden ? rules.map((rule) => ({ ...rule, waivable: false })) : rules;
    return new WaiverBook(file.content, rulesNow, this.choice.ring.name, this.now(), file.problems, isKnown);
  }

  /** Keeps a resource's inputs for the stack rules: outputs lack the names of parents, and more at preview. */
  remember(urn: string, inputs: unknown): void {
    this.inputs.set(urn, inputs);
  }

  /** The inputs that were seen of a resource. */
  inputsOf(urn: string): unknown {
    return this.inputs.get(urn);
  }
}
