import { Module } from '@nestjs/common';
import { HoursModule } from '../hours/hours.module.js';
import { GreetingsController } from './greetings.controller.js';
import { GreetingsKeeper } from './greetings.keeper.js';
import { GreetingsService } from './greetings.service.js';

/** What the widget says on some pages before anybody asks. */
@Module({
  imports: [HoursModule],
  controllers: [GreetingsController],
  providers: [GreetingsKeeper, GreetingsService],
  exports: [GreetingsService],
})
export class GreetingsModule {}
