import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, type RecordKeeper } from '../privacy/record-keeper.js';
import { OfficeRow } from './office.entity.js';

@Keeper()
@Injectable()
export class HoursKeeper implements RecordKeeper {
  readonly name = 'hours';
  readonly personal = [];
  readonly notPersonal = [notPersonal(OfficeRow, 'all', 'Zones, weekdays and times in which the desk answers.')];
  readonly swept = [];
}
