import { Injectable } from '@nestjs/common';
import { Keeper, notPersonal, type RecordKeeper } from '../privacy/record-keeper.js';
import { GreetingRow } from './greeting.entity.js';

@Keeper()
@Injectable()
export class GreetingsKeeper implements RecordKeeper {
  readonly name = 'greetings';
  readonly personal = [];
  readonly notPersonal = [
    notPersonal(GreetingRow, 'all', 'Words for every visitor of a page; who wrote them is audited.'),
  ];
  readonly swept = [];
}
