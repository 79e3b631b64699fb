import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, type RecordKeeper } from '../privacy/record-keeper.js';
import { SlaRow } from './sla.entity.js';

@Keeper()
@Injectable()
export class SlaKeeper implements RecordKeeper {
  readonly name = 'sla';
  readonly personal = [];
  readonly notPersonal = [notPersonal(SlaRow, 'all', 'How soon the desk answers, by topic and reason.')];
  readonly swept = [];
}
