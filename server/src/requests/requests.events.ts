/** A message of a conversation reads like a privacy request, or one of these was answered. */
export class SuggestionsChanged {
  constructor(readonly conversationId: string) {}
}
