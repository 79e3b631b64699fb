import { OwnOrigins } from '@candour/shared/shop.js';
import { Controller, Get, Inject } from '@nestjs/common';
import { Open } from '../access/access.js';
import { CONFIG, type Config } from '../config/config.js';
import { Answers } from './answers.js';

/** Which addresses are the shop's own: a link that leads elsewhere is marked. */
@Controller('api/own-origins')
export class OwnOriginsController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get()
  @Open('the content policy of the chat names them to everybody')
  @Answers(OwnOrigins)
  origins(): OwnOrigins {
    const { publicUrl, shopOrigins = [] } = this.config;
    return { origins: [...(publicUrl === undefined ? [] : [publicUrl]), ...shopOrigins] };
  }
}
