import { Module } from '@nestjs/common';
import { HoursController } from './hours.controller.js';
import { HoursKeeper } from './hours.keeper.js';
import { HoursService } from './hours.service.js';

/** Business hours and holidays, by time zone. */
@Module({ controllers: [HoursController], providers: [HoursKeeper, HoursService], exports: [HoursService] })
export class HoursModule {}
