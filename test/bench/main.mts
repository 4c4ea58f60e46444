import { benchComponents } from "./components.mts";
import { machine } from "./machine.mts";
import { benchRehearsal } from "./rehearsal.mts";

console.log(machine());
benchComponents();
benchRehearsal();
