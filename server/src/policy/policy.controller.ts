import { Id } from '@candour/shared/ids.js';
import { PolicyAsk, PolicyDocument, PolicyVersions } from '@candour/shared/policy.js';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { Open } from '../core/access/access.js';
import { Answers } from '../core/http/answers.js';
import { PolicyService } from './policy.service.js';

/** The policy as everybody may read it. */
@Controller('api/policy')
@Open('The policy is published (R5, R39).')
export class PolicyController {
  constructor(private readonly policy: PolicyService) {}

  @Get()
  @Answers(PolicyDocument)
  current(@Query({ schema: PolicyAsk }) { language }: PolicyAsk): PolicyDocument {
    return this.policy.document(language);
  }

  @Get('versions')
  @Answers(PolicyVersions)
  versions(): PolicyVersions {
    return { rows: this.policy.list() };
  }

  @Get('versions/:id')
  @Answers(PolicyDocument)
  version(
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: PolicyAsk }) { language }: PolicyAsk,
  ): PolicyDocument {
    return this.policy.document(language, id);
  }
}
