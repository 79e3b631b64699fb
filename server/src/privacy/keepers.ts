import type { RetentionClass } from '@candour/shared/policy.js';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { Keeper, type RecordKeeper, type SweptRecord } from './record-keeper.js';

/** One kind of record under one retention class: what a sweep takes in one go. */
export interface SweepStep {
  /** `conversations/chat-unidentified`: names it in cursors and positions. */
  readonly key: string;
  readonly record: SweptRecord;
  readonly retentionClass: RetentionClass;
}

/** Every keeper of the desk, found by its mark. */
@Injectable()
export class Keepers implements OnModuleInit {
  private found: readonly RecordKeeper[] = [];
  private inOrder: readonly SweepStep[] = [];

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    this.found = this.discovery
      .getProviders({ metadataKey: Keeper.KEY })
      .map(({ instance }) => instance as RecordKeeper)
      .sort((a, b) => a.name.localeCompare(b.name));
    this.inOrder = stepsOf(this.found);
  }

  all(): readonly RecordKeeper[] {
    return this.found;
  }

  steps(): readonly SweepStep[] {
    return this.inOrder;
  }
}

/**
 * The steps of a sweep in a fixed order: who looks at other tables comes before them.
 * @throws Error where two kinds of record look at each other.
 */
export function stepsOf(keepers: readonly RecordKeeper[]): SweepStep[] {
  const records = keepers.flatMap(({ swept }) => swept);
  const ordered: SweptRecord[] = [];
  const visit = (record: SweptRecord, path: readonly SweptRecord[]): void => {
    if (ordered.includes(record)) return;
    if (path.includes(record)) throw new Error(`Records of ${record.table} look at themselves through others.`);
    for (const onlooker of records) {
      if (onlooker !== record && onlooker.looksAt?.includes(record.table)) visit(onlooker, [...path, record]);
    }
    ordered.push(record);
  };
  for (const record of records) visit(record, []);
  return ordered.flatMap((record) =>
    record.retentionClasses.map((retentionClass) => ({
      key: `${record.table}/${retentionClass}`,
      record,
      retentionClass,
    })),
  );
}
