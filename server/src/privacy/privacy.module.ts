import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataMapService } from './data-map.service.js';
import { DueService } from './due.service.js';
import { HouseKeeper } from './house.keeper.js';
import { Keepers } from './keepers.js';
import { KeySweep } from './key-sweep.js';
import { OwnedRecords } from './owned-records.service.js';
import { RetentionController } from './retention.controller.js';
import { RetentionSchedule } from './retention.schedule.js';
import { RetentionService } from './retention.service.js';
import { SingleErasure } from './single-erasure.service.js';
import { Sweeper } from './sweeper.js';

/** Keeps the policy's word about keeping. */
@Module({
  imports: [DiscoveryModule],
  controllers: [RetentionController],
  providers: [
    SingleErasure,
    HouseKeeper,
    DataMapService,
    Keepers,
    DueService,
    KeySweep,
    OwnedRecords,
    Sweeper,
    RetentionSchedule,
    RetentionService,
  ],
  exports: [DataMapService, OwnedRecords, RetentionSchedule, SingleErasure],
})
export class PrivacyModule {}
