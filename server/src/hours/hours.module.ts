import { Module } from '@nestjs/common';
import { HoursController } from './hours.controller.js';
import { HoursKeeper } from './hours.keeper.js';
import { HolidayDaysService } from './holiday-days.service.js';
import { HoursService } from './hours.service.js';

/** Business hours and holidays, by time zone. */
@Module({
  controllers: [HoursController],
  providers: [HolidayDaysService, HoursKeeper, HoursService],
  exports: [HolidayDaysService, HoursService],
})
export class HoursModule {}
