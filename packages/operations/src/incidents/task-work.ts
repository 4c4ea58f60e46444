import { ActionId } from "@ringfence/core/actions";
import { done, type Incident, partDone, type Task, TaskKind } from "@ringfence/core/incidents";
import type { Log } from "../observability";
import type { Actions } from "../ports";
import type { WorkItems } from "../work-items";
import { type Composition, compose } from "./compose";
import type { Courier } from "./courier";
import type { IncidentJournal } from "./incident-journal";
import { routesOf } from "./routes-of";

/** What tasks are done with. */
export interface TaskTools {
  readonly journal: IncidentJournal;
  readonly actions: Actions;
  readonly courier: Courier;
  readonly workItems: WorkItems | undefined;
  readonly composition: Composition;
  readonly correlation: string;
  readonly log: Log;
}

/** A task is given up after so many hours of failing; telling of it later helps nobody, and the failure was reported. */
const GIVEN_UP_AFTER_HOURS = 24;
const HOUR = 60 * 60 * 1000;

/** What became of a task. */
export interface TaskOutcome {
  readonly task: Task;
  readonly failures: readonly string[];
}

/** Does a task, each part of it once, and confirms what is done; what fails is tried again at the next run. */
export async function doTask(task: Task, incident: Incident, tools: TaskTools): Promise<TaskOutcome> {
  const { journal, log, composition, actions } = tools;
  const parts = partsOf(task, incident, tools).filter(({ name }) => !task.doneParts?.includes(name));
  const failures: string[] = [];
  for (const part of parts) {
    try {
      const { severity, title } = task;
      const parameters = { incident: incident.id, task: task.key, severity, by: part.name };
      const why = `${task.kind}: ${title}`;
      await actions.perform(
        { action: part.action, target: task.fingerprint, parameters, why, correlation: tools.correlation },
        part.effect,
      );
      if (!actions.dryRun) await journal.change(task.fingerprint, (known) => partDone(known, task.key, part.name));
      log.info("task done", { incident: incident.id, kind: task.kind, route: part.name, severity });
    } catch (error) {
      failures.push(`${task.kind} by ${part.name}: ${error instanceof Error ? error.message : String(error)}`);
      log.error("task failed", { incident: incident.id, kind: task.kind, route: part.name, error });
    }
  }
  const tooOld = composition.now.getTime() - Date.parse(task.at) > GIVEN_UP_AFTER_HOURS * HOUR;
  if (failures.length > 0 && tooOld) log.error("task given up", { incident: incident.id, kind: task.kind });
  if (!actions.dryRun && (failures.length === 0 || tooOld))
    await journal.change(task.fingerprint, (known) => done(known, task.key));
  return { task, failures };
}

interface Part {
  readonly name: string;
  readonly action: ActionId;
  readonly effect: () => Promise<void>;
}

function partsOf(task: Task, incident: Incident, { courier, workItems, composition }: TaskTools): Part[] {
  const message = compose(task, incident, composition);
  const item = (action: ActionId, effect: (items: WorkItems) => Promise<void>): Part[] =>
    workItems === undefined ? [] : [{ name: "work items", action, effect: () => effect(workItems) }];
  switch (task.kind) {
    case TaskKind.OpenWorkItem:
      return item(ActionId.OpenWorkItem, (items) => items.open({ fingerprint: task.fingerprint, message }));
    case TaskKind.CloseWorkItem:
      return item(ActionId.CloseWorkItem, (items) => items.close({ fingerprint: task.fingerprint, message }));
    default:
      return routesOf(task, incident, composition.settings).map((route) => ({
        name: route.name,
        action: ActionId.Notify,
        effect: () => courier.deliver(route, message),
      }));
  }
}
