export { type FakeClock, type FakeClockOptions, fakeClock } from "./fake-clock";
export { Interruption, type Interrupts, interrupted } from "./interrupted";
export { type MemoryAudit, memoryAudit } from "./memory-audit";
export { type MemoryJournal, memoryJournal } from "./memory-journal";
export { type MemoryLeases, memoryLeases } from "./memory-leases";
export { type MemoryNotifier, memoryNotifier } from "./memory-notifier";
export { type MemoryOwner, memoryOwner } from "./memory-owner";
export { type MemoryQueue, memoryQueue } from "./memory-queue";
export { type MemorySecretStore, memorySecretStore } from "./memory-secret-store";
