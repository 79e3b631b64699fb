import type { LanguagePack } from './language-pack.rules.js';

const data =
  'data/info/infos/information/informations/details/records/record/file/files/profile/dossier/history/pii/particulars/notes';
const held =
  'have/hold/keep/store/stored/kept/held/collect/collected/saved/save/got/know/gathered/retain/process/processed/hv/holding/storing/keeping/recorded';
const contact =
  'name/surname/firstname/lastname/birthday/birthdate/birth/dob/phone/telephone/mobile/cell/email/emails/initials/title/gender/salutation';
const field =
  'phone/email/number/address/addresses/card/cards/mobile/telephone/cell/name/birthday/birth/details/data/info/information';
const kids =
  'child/children/kid/kids/son/daughter/boy/girl/niece/nephew/grandson/granddaughter/stepson/stepdaughter/mother/father/mum/mom/dad/husband/wife/partner/ward/teenager/teen';
const me = 'me/myself/us/her/him/mine';
const giving =
  'gave/give/given/giving/disclosed/passed/pass/passing/showed/shared/share/sharing/told/sent/handed/posted/published/leaked/sold/emailed/forwarded/revealed';

export const en: LanguagePack = {
  ages: 'five/six/seven/eight/nine/ten/eleven/twelve/thirteen/fourteen/fifteen',
  common: `the a an is are was be been i you we they he she it this that these those and or but so if then my your our
    to of in on at for from with by as not no can could would will should have has had do does did what when where who
    how why which there here just like want need get got please thanks thank hello about after before again over under
    its me us them his her their one two more some any out up now still also only very too than because order delivery
    comply complies compliant complete completely objects object limits reported reporter sender fixed widely street
    store stores close closer closet closed chair table clean clear cleared lower learn later water great right write`,
  concepts: {
    harmless: `
      data sheet/sheets; datasheet; bank account; account number/manager/balance; file/filing cabinet; profile depth/height; staff/hanging files
      dont/not/never delete/erase/remove/close/deactivate/cancel/wipe; didnt/wasnt/havent delete/close/cancel/closed/deleted
      i/ive already/just deleted/closed/removed/unsubscribed; i deleted/closed/removed/unsubscribed; have/ive deleted/closed/removed; i _ accidentally deleted
      track*/order/delivery/shipping/product/invoice/payment/assembly/warranty/care/dimension*/contact/return/bank data/info/information/details/number/email/emails/confirmation/history/file
      information/info/details/data/know/everything/anything/notes/tell/all _ _ on/about/regarding the/this/that/these/those/your/a/an/how/when/where/delivery/order/delivering/returns
      what/which information/info/details/data _ _ for the/this/that/your; no objection*; complaint* department/team/desk; department/team told me
      know about/of my/the order/orders/delivery/parcel/refund/return/sofa/package/shipment; about my order/orders/delivery/parcel/refund/return/sofa/package/shipment/chair/table/bed
      # day*/week*/month*/hour*/minute*/min/mins/km/miles/mile/kg/kilo*/g/cm/mm/m/percent/pieces/items/chairs/euro*/pound*/dollar*/of/to/from/inches/inch/feet/foot/ft/metre*/meter*/steps/people/boxes/st/degrees/orders; # th in/place/floor; # years guarantee/warranty; # years ago/old table/sofa/bed/chair; under 16/15/14/12 kg/kilos/cm/inches/euros/pounds
      for # years; since # ; # or # ; between # and # ; customer _ _ # years; # per cent; # am/pm; at # ; number # ; # th floor/avenue/street; in # minutes/days/hours; ages # ; last/past # years
      monday/tuesday/wednesday/thursday/friday/saturday/sunday/january/february/march/april/june/july/august/september/october/november/december #
      my details are; here are/is my; these are my; email confirmation; access to the; forget it/about; cancel/close the/this order/ticket; my details : ; send/enter/give/leave/type/fill my details/information/name/address/number
      account manager; privacy policy/notice/statement; data available; no data; privacy screen/curtain*/glass/film
      unit/number/no/apartment/apt/floor/aisle/room/building/flat/step/page/row # ; information/info/details/data _ do you need/require; never/didnt got/get/receive/received the/my newsletter/newsletters; app keeps; deleted the app
      opt out of the/your/assembly/delivery/insurance/installation assembly/delivery/insurance/service/installation/warranty/gift; opt out of assembly/delivery/insurance/installation; my order history; code/voucher/discount/coupon _ _ newsletter; newsletter _ code/voucher/discount/coupon/offer; sign/signed up _ _ newsletter; subscribe _ _ newsletter
      object to the/this/paying/that fee/charge/price/restocking/cost; money/refund/credited/paid _ _ my account; credited/charged/debited _ my account; account _ the bank; my account was charged/debited; refund _ gone _ my account; into my account; to my _ account; logged/log/sign/locked/get out/in/into/on _ my account; trace of _ in/on the/my
      carry on my own; my own; out of the queue; off my/the order/list/wish/wishlist/cart/basket; any trace of it; my friend/neighbour; staff files; sell/sold me; no trace of my/the parcel/package/order; correct phone/address/email; my parcel/package with/to/at
      still track; no longer track; i track
      oak; keeps closing
      everything/all you know about; details are all; details are up
      on the gift/parcel/label/card/package; unsubscribe from the _ mattress/care/plan/protection/service; i withdraw my return/claim/complaint; warranty; care plan
      data _ safe/secure; my data : ; details :`,
    identity: `
      my _ phone/mobile/cell/telephone/email/surname/name/birthday/birthdate/dob/birth/gender/title; my first/last/family/middle/maiden name; date of birth; name in/on your/my; spelling of my; my profile; my personal details
      old name; my old name`,
    changed: `
      wrong; incorrect*; misspel*; mispel*; spelt; spelled; has changed; have changed; changed; missing a/an/the letter/accent/e/hyphen; misses a; add it; out of date; outdated; typo; is new; moved; divorced; married; isnt right; not right; is not right; put right; correct it/that/this; fix it/that/this; update it/that/this; update your; update my; change my; change it; correct my; amend; edit my; thats not; that is not; not my; no longer; got a new; is actually; inaccurate; old`,
    iAm: `
      im/iam/am # and/but/so/btw/years/yrs/y/yo/lol; i am # and/but/so/btw/years/yrs/y/yo; im/iam/am only/just/still # ; i am only/just/still # ; i just/recently turned #; just turned #; i turn #; im/iam/am not 16/sixteen; i am not 16/sixteen; not 16/sixteen yet; im/iam/am under 16/sixteen; i am under 16/sixteen; im/am/iam # .; i am # .; im/iam/am in _ 5/6/7/8/9/fifth/sixth/seventh/eighth/ninth th/grade/grader; im/am a # year; im/iam in year 7/8/9; year 7/8/9 and; ill be #; i will be #
      im/am/was born in 2011/2012/2013/2014/2015/2016; years until/till im/i _ 16/sixteen; im from 2011/2012/2013
      im # ; i am # ; im/i actually/really/am actually/really # ; careful im #`,
    spoken: `my data; my _ personal data/information/details/info; personal data/information; data _ about/on/of me; my information; ccpa; any/all/your of _ databases/database; my privacy; privacy rights/law/laws; my customer data/profile/file; my browsing/shopping/purchase/purchasing history/behaviour/behavior/habits`,
    thing: `
      order; orders; item; items; basket; cart; chair*; table*; sofa*; product*; parcel; package; packaging; invoice; delivery; voucher; coupon; discount; wishlist; wish; shelf; lamp; bed; desk; subscription box; armchair; wardrobe; mattress; queue`,
    erase: `
      delet*; eras*; remov*; wip*; purge*; scrub; destroy*; destruction; get/getting/got rid; expunge*; shred*; nuke; anonymi*; vanish; clear out; out of your/the system/systems/database/files/records/books
      dont/not/stop _ want/keep/store/hold/hang/keeping/storing/holding/hanging/retain/retaining/save/saved; no longer keep/store/hold/have/want
      dont have/keep/store/hold _ anything; dont/not have anything; no longer want/have/need/keep/store _ _ have/keep/hold/store; nothing _ left/remain*/stay*; dont keep; not to keep/store/hold; should/must/to be gone; gone for good; all gone; be gone; strike _ from; taken off/out
      scrap everything`,
    drop: `
      drop; trash; bin; forget; clear; cleared; gone; disappear*; take _ off/down/out; take _ _ off/down/out; no trace; strike; lose; dump; ditch; toss; throw; throw out/away; make _ disappear/vanish; get _ out; thrown; cleaned; clean; not lying around; arent lying; arent _ lying
      scrap; rid; make _ _ disappear/vanish`,
    pronoun: `them; it; those; these; that; everything; all; all of it`,
    heldField: `
      you/youve/u/still/lot/guys/have _ have/got/keep/hold/saved/store/stored/hv/holding _ my _ ${field}; got my _ ${field}; my _ ${field} _ saved/stored/held/kept/lying; my _ ${field} _ still in/on/with your; you have my ${field}; you still have my
      my bank/payment/card/account details/data/number/info`,
    mine: `
      my/our/her/his/their/me _ ${data}; my _ email/emails/phone/number/address/addresses/card/cards/recordings/recording/transcript/transcripts/chats/calls/photo/photos/picture/pictures/messages/reviews/review/voice
      my _ _ and _ number/address/email/phone/card
      personal data/info/information/details/records/stuff; ${data}/everything/anything/all/what/whatever/stuff/things/notes/traces/trace _ about/on/of/concerning/regarding/relating/linked/belonging/to/from me/myself/us/her/him/mine
      ${data}/everything/anything/all/what/whatever/stuff/things/notes _ you/u/youve/uve/they/company/kwoking/your _ ${held}
      this/that/our/these/the chat/conversation/chats/conversations; chat history/log/logs; every/any/all trace/traces; all data; my stuff; any of my; every/all record of
      nothing/anything/none/all/everything of mine/me/ours; details/data/info/information _ of mine; my address*; my order/purchase/search/browsing history; anything/nothing _ under my name; our/my conversation/chat/messages; trace/traces of me/my
      ${data}/everything/anything/all/whatever/stuff/notes _ about/on/of/concerning my _ ${kids}; my _ ${kids} ${data}
      what/everything/anything/all i _ wrote/typed/written/said/sent/told/posted; whatever i _ wrote/typed/said/told; my words/voice/face/name/bank/iban/payment/account details/data/number; my bank details; my payment details/data; log/logs/record/records/recording/recordings of my; what was said; my side of
      everything/all/anything/whatever/what youve/you _ saved/stored/kept/recorded; information/data/details/everything relating/related/belonging to my; about our family; about my family; our family
      pictures/photos/images/files _ _ _ _ i _ uploaded/sent/gave/posted; everything of his/hers/theirs`,
    system: `
      your/ur/the/youre _ system/systems/database/databases/files/records/servers/books/list/lists/crm/computer/computers`,
    data: `
      my/our/her/his/their/me _ ${data}; personal data/info/information/details/records
      ${data}/everything/anything/all/what/whatever/stuff/things/notes _ about/on/of/concerning/regarding/relating/linked/belonging/to ${me}
      ${data}/everything/anything/what/whatever/stuff/things/notes _ you/u/youve/uve/company/kwoking _ ${held} _ on/about/of/from ${me}
      my/our _ chats/calls/recordings/purchases/transcripts/conversations/behaviour/behavior/habits/photos; my shopping/browsing/purchase/purchasing/buying
      of mine; under my name; about me; on file _ me; my customer file; ${data} _ on/about/of mine; ${data} relat* _ me; anything on/about me; nothing of mine; mine _ system/systems/database
      ${data}/everything/anything/all/whatever/stuff/notes _ _ _ about/on/of/concerning my _ ${kids}; everything i/ive _ given/told/sent _ you; my _ ${kids} ${data}; who i am
      my _ email/orders/number under/stored; stored under; under my email/account/number/name; my order/purchase/chat/call/shopping/payment/customer history/data/record/records/file; what i _ bought/ordered/purchased; calls of mine; log of my; logs of my; about me`,
    onMe: `
      personal data/info/information/details/records; ${data}/everything/anything/all/what/whatever/stuff/things _ _ about/on/of/concerning/regarding/relating/linked/belonging/to ${me}
      ${data}/everything/anything/what/whatever/stuff/things/notes _ you/u/youve/uve/company/kwoking _ ${held} _ on/about/of/from ${me}; of mine you/u; notes _ _ _ about me; about me; on file _ me
      ${data}/everything/anything/all/whatever/stuff/notes/file _ _ _ about/on/concerning my _ ${kids}; my data; my personal; file/dossier/profile on me/us; anything/something on me; know about me
      under my email/account/number/name; stored/saved/kept/held _ on/about/under me/my; record/log/logs/recordings of my; your _ system/systems/database/files _ say/says/have/has/show _ about me/my; my purchases data; says about me; process*/hold/store/keep _ _ data about/on/of me; personal data of/about me`,
    contactField: `
      my/our _ ${contact}/address/number; phone/mobile number; date of birth; first/last/family/middle/maiden name; me by/as _ name; spelling of my; my profile/account; me on file
      the/wrong/incorrect/old/outdated email/phone/mobile/postal/address/surname/number _ you have/hold/store/got; the email/phone/address/number _ you _ for/of me`,
    place: `
      your/ur/my/the _ system/systems/database/files/records/profile/account/file; on file; you/u have _ me/my/wrong/down/an/the/me; you/u/youve got; on my account/profile; in your; you hold/store; hold for me; for me
      in the profile; the profile`,
    account: `
      my/our/her/his/their/the/your/this/an/both/two/second/old/other _ account/accounts/acc/acct/profile/login/membership/registration; customer/user/online account/profile; account; accounts; memebership; loyalty membership`,
    close: `
      close*; closing; delet*; eras*; remov*; cancel*; terminat*; deactivat*; shut/shutting _ down; end; disabl*; get rid of; no longer want/need/wish; dont want/need; don want; wipe; kill; discontinu*; take _ down; unregister*; deregister*; dont _ need/want
      shut; close everything; goes; dissolv*; axe; drop; done with; leave; opt out; let go; quit; give up; removed; scrap; gone; gone for good
      can/could/should go`,
    closing: `
      account closure/cancellation/deletion/termination/deactivation; unregister me; closure of my account; deregister me; close the/my one with; mine _ be shut/closed/deleted/cancelled
      close everything; my account _ gone/go/closed/deleted/removed/cancelled/terminated; stop being _ customer/member; no longer _ _ be _ customer/member; close/delete/cancel my customer
      get rid of my/the/this account; membership _ _ terminated/cancelled/ended; my _ profile removed/deleted/gone/closed; account removed/deleted/closed/gone; my account to be/go; no longer _ _ account; dont want _ account; dont want an account; have my account; end my membership; no more account; account _ _ permanently; leave kwoking; stop being; quit being; resign _ membership; sign me off; remove me as _ customer/member
      leaving _ _ shut/close/delete; shut my account; remove my registration; no use for my account; no use for an account`,
    forgotten: `
      right to be forgotten; right to erasure/deletion/delete/erase; be forgotten; erasure request; request/demand/ask/require/exercise/want _ erasure; deletion request; request/demand/ask/require _ deletion of my/our/all; erasure of my/all
      under/per/with/by/to/on/invoke/exercise/gdpr/pursuant article/art/section 17; article/art 17 _ gdpr/uk/of/dsgvo; art 17; forget me; forget about me; forget _ i/me ever/existed; delete/erase/remove/wipe/purge/scrub me; me deleted/erased/removed/wiped/forgotten; ccpa/cpra/gdpr deletion/erasure/delete; delete/erase/purge _ everything .; everything erased/deleted/wiped
      take/get/strike/scrub me _ out/off/from _ _ system/systems/database/records/files/computers/servers; nothing _ about/of me/mine _ stay*/remain*/left/is/saved/stored; no _ reason/need _ _ _ keep/hold/store/have my; stop keeping/storing/holding _ my/any; dont keep/store/save/hold/retain _ _ my; not keep/store/save/retain _ my; dont want _ _ keep/keeping/store/storing/hold/holding/have/having/to _ my/any/anything
      dont want _ _ _ saved/stored/kept; i _ never existed; pretend i never; like i never existed; out of your database/records/systems/files/system; no/every/any trace/traces of me/my; remove/delete all/every trace/traces; no longer _ _ _ in your database/records/system/systems/files; not _ _ _ lying around; arent _ lying around; dont/not _ hold/keep/have on to my; hang on to my _ ${field}; get rid of my _ ${field}
      every/any/all record/records of me/mine; no record/records _ of/about me/my; all/everything about/of me/mine _ _ gone/deleted/erased/removed; dont want you to/storing/keeping _ store/keep/have/save/hold; delete what/everything/all/anything/whatever i; erase what/everything/all/whatever i; remove what/everything/whatever i _ wrote/typed/said/sent; dont want to be in _ _ system/database/records/files; my data/details/information _ _ permanently deleted; permanently/completely delete/erase/remove my _ data/details/information; off your system/systems/database/records/books; out of your system/systems/database/records/books; get me out of; clean slate; wipe the slate; dont remember me
      vanish/disappear from your _ files/system/records/database/systems`,
    show: `
      cop*; send; show; give; provide*; see; view; disclos*; access; tell; list; hand over; inspect; look at; print*; request*; forward; obtain; receive; share; read; release; overview; report; let me have; supply; ask; demand; insight; entitled; get hold; want to know; like to know; find out; want to see; like to see; summary; breakdown; explain; like; want; need; get; have`,
    ask: `know; what; which; whats; who; whom; where; how; why; do you; does; are you; tell; see; if you; whether; any`,
    right: `
      right of access; right to access; subject access; dsar; sar; data access; access request; access to my/the/all _ data/information/info/records/file/recordings/notes; access my _ data/information/info/records/file/recordings
      under/per/with/by/to/on/invoke/exercise/gdpr/pursuant article/art 15; article/art 15 _ gdpr/uk/of; art 15; right to know; request to know; data subject request; privacy request
      copy of my/all/the _ data/file/information/info/records/personal; everything/anything/all/what/whatever you/youve/u _ ${held} _ about/on/of/from ${me}; know about me; you/u/ya/yall _ have/got/know/hold/keep/store on/about me/us
      recording*/transcript* of my/our/the/me _ call/calls/conversation*/chats/chat/phone; my/our recorded/recording/recordings/transcripts; the recording of _ call/conversation; data/info/information/details/stuff stored/saved/held/kept/recorded _ about/on/under me/my
      stored/saved/held/kept/recorded/collected/gathered about/on me; ${held} _ under my name; listen to _ _ call/calls/recording*; call you recorded; do/does you/kwoking/company have/hold/store/keep _ data/info/information/anything/file _ on/about/of me; under my name; on file about/for me; my customer file; transcript of _ my; copy of _ recording*; see/view/want/have my file
      personal data/information/info/details _ _ _ concerning/about/relating/regarding me; data/information/info/file/records _ _ about/on/concerning my ${kids}; file on me; file about me; files on me; everything you know; see my file/data; show me my data; my data _ collected/stored/held; what _ _ personal data/details/information; disclosure of _ personal
      record/log/logs/recordings of my call/calls/chat/chats/conversation/conversations; what _ _ stored/saved/kept _ under my; whether you _ _ process/hold/store/keep _ my/data/any; copy of the/all/my personal; processing my personal; what your _ system/database/files/records says/say/has/have/shows/show; all _ data you keep/have/hold/store on/about; calls recorded . ; my calls _ recorded; gdpr/ccpa/dsgvo request; request under _ gdpr/ccpa/data
      saved/stored/kept/recorded/held _ in my _ profile/account/file/record/history; record our/my/the _ call/conversation/chat; recorded our/my call/conversation; list of yours; copy of everything; everything on file; about my _ data with; share my data with; who _ you share my; purposes and; purposes of _ processing
      audio/tape/recording/record of _ _ _ call/calls/conversation/chat; all/every _ chats/calls/conversations/messages _ _ had/have; copy/copies of _ _ chats/calls/conversations/messages/emails; is/are my email/number/name/address in _ _ _ databases/database/system/files/list; what _ you use my information/data for; how long do you keep/store; gdpr/ccpa access`,
    shared: `
      who/whom/which/what _ _ _ shar*/sold/sell/given/gave/give/pass*/disclos*/receiv*/transmit*/access*/looked/seen ; whom did/do/have; where/how/whered did/do/does/have/has _ you/u/company get/got/obtain*/have/find/come; who has/have/got/gets/received/sees/saw/can/else; recipients; third parties; who at; who in your; how come you
      which partners/companies/firms/third; who receives; who received; with whom; sold my; shared my; is my data shared; do you sell/share`,
    export: `
      machine readable; portab*; csv; json; xml; export*; download*; transferr*; transfer; transmit; move; port; port over; structured; takeout; spreadsheet; common format; electronic format; reusable; excel; import; hand over to; take with; migrate; pass _ on to; with me; elsewhere; another provider/shop/company/retailer/store; dump
      reuse*; re use; as a file; in a file; machine; format; provider; competitor; json; another service`,
    portable: `
      data portability; right to portability; under/per/with/by/to/on/invoke/exercise/gdpr article/art 20; article/art 20 _ gdpr; art 20; portability request/right; port my data; portability of my; take my _ data/information/history _ with/to/elsewhere; data portable; json/csv/xml/excel _ _ _ everything/all i/ive/my/you; everything/all i _ gave/given/told you _ as _ file
      my _ history/data _ _ format; format i can`,
    withdraw: `
      withdraw*; revok*; revoc*; take/taking/took back; rescind*; retract*; no longer agree/consent/allow/give/authorise/authorize/permit; cancel*; dont agree/consent/allow; do not consent/agree; pull; undo; changed my mind; pull back; not _ agree/consent/ok any*; reverse; untick; no longer; no more; not any more/longer; not anymore; dont any more; regret
      taking it/that back; take it/that back
      dont want _ anymore/any/more; please do not/dont _ any; do not use; dont use
      undo; may no longer; no longer use; can no longer; may not use
      no longer applies/valid/counts; by accident; by mistake; dont stand by; void
      i no longer agree`,
    consent: `
      consent*; permission; permissions; agreement to; authoris*; authoriz*; agreed to; agreed you; opt in; opted in; my approval; my ok to; okay to; said yes; said you could/can/may; yes to; i _ agreed; allowed you; let you; cookie consent; agree to you; agree to the; to you using/use/my; my yes; ticked; ticked the box; box for; gave you _ go ahead; my okay; my ok; said ok/okay; said it was ok/okay/fine
      may/could/can be recorded; asked if/whether; yes
      agreement i gave; agreement to share; i allowed; allowed you to; you _ allowed to use; my agreement; permission i gave
      i _ signed; i _ accepted; accepted _ cookies; clicked accept/agree`,
    disagree: `
      no longer/not/dont agree/consent/happy/okay/ok/want/accept/allow _ to/that/with/for; no longer agree/consent/allow/permit; dont consent; do not consent; stop agreeing; not ok any*
      no longer agree
      no longer agree .`,
    market: `
      newsletter*; news letter*; marketing; ads; advert*; promo; promos; promotion*; spam; spamming; junk; catalog*; mailing list; mailing lists; commercial emails/messages; offers; mailings; mailing; mailshots; brochure*; flyer*; campaign*; sales calls/emails/pitches; advertising; leaflets; email/emails list; cold calls; distribution list
      special offers; bargains; deals; discount emails; promotional; solicitation*; telemarketing; marketing texts/calls/emails; sales emails
      sale mails/emails; texts from you; emails from you; your emails; your mails; your texts; catalogues; catalogue; mail shots; promotional
promo; promos`,
    stop: `
      stop*; unsubscribe*; unsubscrib*; no more; dont _ send/want/like/need/email/text/call/contact/bother/use/wish; do not _ send/want/email/text/call/contact/use/wish; take/get/remove/strike/leave/cut me _ off/from/out; off your/ur/the/of; no longer wish/want; opt/opting/opted _ out; rid; enough; quit; cease; end; rather not; not interested; never; fed up; sick; remove; cancel; please no; object*; turn/switch off; refuse; no thanks; withhold; block; didnt ask/sign; sick of; exclude; out of; remove me; want out
      leave me alone; leave me; never asked/signed/wanted/subscribed/ordered; make it stop; why do i keep; pester*; bombard*; spare me; no newsletter*/ads/offers/catalogues/marketing/promo*; keep _ getting; hate; without; get off; no ads; flood*
      cut it out; knock it off; cut that; any more; anymore; too many; why do i get; why am i getting; why do i receive; leave off; make _ stop; can you stop; no longer
      had it; ive had; had enough; quit texting; remove me`,
    optOut: `
      unsubscribe me/please; please unsubscribe; dont/not/stop/never/quit _ sell/share/selling/sharing/rent/renting/trade/trading/sold _ _ my; dont/not/stop/never _ sell/selling _ _ data/info/information/details/personal/it; opt/opting _ out _ sale/sharing/selling/marketing/data/targeted/newsletter*/emails/mailing/advertising; stop/quit spamming; stop emailing/texting/calling/mailing me; stop sending me emails/texts/mails/stuff/ads/sms/offers; off your/ur/the mailing/email/marketing/call list; off your/ur list; take/remove/get/strike me _ off/from _ _ list/lists; selling/sale/sell of/or my/our _ data/info/information/details
      not _ be sold/shared; my _ data/info/information/details sold; i/want/to/i unsubscribe; not/dont want to be contacted; unsubscribe .
      dont/not/stop/never _ contact me again/anymore; leave me alone; stop contacting me; no more emails/mails/texts/messages/calls/sms; do not contact me; give/giving/pass/passing/passed/hand/handed/share/shared/sharing/sell/sold _ _ _ to/with/on advertis*/marketers/partners/third/marketing/ad/affiliates/sponsors; details/data/info/information/number/address _ _ not/never _ passed/shared/given/sold/handed
      dont/not/never want _ emails/mails/newsletters/texts/calls/ads/mailings/messages/offers any/anymore/more/from; your emails/mails/newsletter/texts/ads/offers any/anymore; enough with/of the/your/these/all _ _ mails/emails/texts/ads/offers/newsletter*; too many emails/mails/texts/ads/offers/messages; sale/promo/offer mails/emails/texts/mailings; daily/weekly/constant _ mails/emails/texts/offers/deals; get/got/receiv*/getting/receiving _ _ advertising/ads/adverts/junk/spam/marketing/promotions; no more _ emails/mails/texts/calls/catalogues/catalogs/letters/post/ads; no _ marketing/advertising/promotional/sales emails/mails/texts/calls/mail; stop _ _ emails/mails/texts/calls/mailings/catalogues/letters/post/ads/offers; stop emailing/texting/calling/mailing/spamming/contacting/messaging; opt out of sale/sharing/marketing/emails/texts/newsletter; cross-context; do not sell; limit the sale; list to _ people like; spam me/my; spamming me; from your list/lists/mailing/newsletter; off the list/newsletter/mailing; unsubscribe from; unsubscribe link;
      quit/stop/stopping/cease texting/emailing/messaging/calling/mailing/writing me; quit/stop _ texting/emailing/messaging/calling me about; not for sale; data for sale; through my door; had it . remove me; stop bothering me; promo in my
      turn off _ _ _ notifications/offers/push/alerts; offer/promo/marketing notifications; stop ads/advertising/marketing/spam; notifications _ _ offers`,
    object: `
      object; objecting; objection; objections; oppose; opposed; dont/not/never _ want/use/analyse/analyze/track/profile/wish/like/let; do not _ want/use/wish; stop; refuse; disagree; against; no more; quit; cease; contest; rather not; not ok; not okay; not happy; not comfortable; not agree; opt/opting out; without; please no; please dont; uncomfortable; leave off; knock it off; creepy; hate
      no;;;
      dont like; do not like; creeps me; feel watched`,
    use: `
      process*; profil*; track*; analys*; analyz*; monitor*; evaluat*; personalis*; personaliz*; train* your/you/staff/ai/on/models/model/people/agents; training; statistic*; research; legitimate interest*; analytics; behaviour*; behavior*; scor*; automated decision*; study; studying; segment*; habits; recommend*; following/watching/recording what
      train your; train _ staff`,
    usage: `use; used; using; usage; handling; handled; handle; treat*; to be used`,
    objects: `
      right to object; under/per/with/by/to/on/invoke/exercise/gdpr article/art 21; article/art 21 _ gdpr; art 21; profiling me; profile me; tracking me/my; build* _ profile; profile _ about/of me; analys*/analyz*/track*/monitor*/evaluat*/study* _ my; legitimate interest*; automated decision*; personalised/personalized ads/recommendations/offers/prices
      being/be/am/get profiled/tracked/analysed/analyzed/monitored/scored/followed/evaluated; track*/analys*/analyz*/monitor*/follow*/watch*/record*/evaluat* _ what/how/which/where i; my clicks; what i look/buy/click/browse/order/purchase/view/search/bought; guess* what i; based on what i; work out what i; figure out what i; suggest* based; my purchases
      track me; tracking of me; tracking my; track my clicks/behaviour/behavior/browsing/activity/visits/movements/purchases
      no profiling; without profiling; what i _ buy/bought/order/ordered/look/click/browse/watch; decide which ads; ads i see; my data _ _ statistics/research/analytics/profiling/training/ai; profil* my; data used for statistics; tailor*; targeted ads/advertising/offers; stop following/tracking/watching me/what
      keep an eye on; eye on what; by an algorithm;; made by a computer/machine; spying on me; spy on me; what im _ buying/looking/browsing/viewing; what i am buying; my buying; my tastes/preferences/habits/interests;`,
    limit: `
      restrict*; limit*; freez*; block*; suspend*; pause; pausing; put _ hold; on hold; halt; hold off; lock; quarantine; stop/cease _ using/processing/use; dont/dont _ use/touch/process; not _ use/process/touch; hold; keep but; park; dont do anything; not do anything; nothing _ done; put _ hold on; no longer use`,
    limited: `
      right to restrict*; restriction of/on _ processing; restrict*/limit* _ processing/process; under/per/with/by/to/on/invoke/exercise/gdpr article/art 18; article/art 18 _ gdpr; art 18; limit/restrict _ use _ sensitive; sensitive personal; restrict/limit how you _ use/process; restrict*/limit* the use of my; limit/restrict _ _ my _ data/information/info; keep/store it/them/my _ _ but _ _ use/do/touch/process
      dont/not/stop _ process*/using/use _ my data/details/information _ further/until/while/for/till; stop using _ _ but _ keep/dont/not;;
      nobody should touch/use/process my; only store my _ data; store my data and; do nothing else with; nothing else with it; my data _ _ _ only be stored; leave my data alone; dont touch my data; nobody touches my
      nobody/noone may/should/can/must _ use/touch/process/see my; until further notice _ _ _ my data/details/information`,
    meantime: `
      until; till; while; meanwhile; for now; meantime; pending; time being; but dont; whilst; but keep; without deleting; not delet*; but not; only store; just store; dont delete; temporarily; in dispute; investigat*; sorted; settled; resolved; checked; legal claim; court; lawyer; evidence
      as evidence; settled; evidence; need it; proof; need them`,
    correct: `
      correct*; rectif*; fix*; amend*; updat*; chang*; wrong; mistake; mistakes; misspel*; mispel*; incorrect*; inaccura*; spelt; spelled; outdated; out of date; typo; false; not right; isnt right; isnt correct; error; edit; should be; should read; not my; old; complete; incomplete; adjust; put right; put that right; isnt my; is actually; is not; no longer; swap; replace; obsolete; longer use`,
    rectify: `
      right to rectification/correct/correction/rectify; rectification; under/per/with/by/to/on/invoke/exercise/gdpr article/art 16; article/art 16 _ gdpr; art 16; rectify _ my; rectify; misspel*/mispel* my _ name; my _ name is/was misspel*/spel*/wrong*/mis*; got married; got divorced; changed my name; wrong/incorrect/old _ birthday/birthdate/dob/surname; date of birth _ _ wrong/incorrect; wrong date of birth; name/surname/birthday/birth _ wrong/incorrect; inaccurate/incorrect _ data/information
      my _ data/information/info/details/record/records _ is/are/about wrong/incorrect/inaccurate/outdated; you have _ wrong/old/incorrect/outdated phone/number/email/address/birthday/date/name/surname _ for/of me; wrong/old number/address/email _ _ _ for me; have me _ _ as mr/mrs/ms/male/female/man/woman/sir; put/listed/registered/recorded/saved/addressed/call/calling/address me/am _ as _ mr/mrs/ms/male/female/man/woman/sir; im listed/registered/down/recorded/in as _ mr/mrs/ms/male/female/man; im _ a woman/ms/mrs; not mr/mrs/sir
      name changed; change of name; new surname; new last name; maiden name; information/data/details _ _ _ me _ inaccurate/incorrect/wrong
      date of birth you have; date of birth is off; birth _ _ _ off by; records show _ _ old; old name; still shows my old/previous/former; a mistake in my personal/details/data/record; error in my personal/details/data/record
      swapped my _ name/names; first and last name; name on my account/profile that/which/isnt;; is my exs/ex; my ex husbands/wifes; birth date/birthday is _ _ not; your file/files/records/system says/say i/my/im; not my birthday/name/number/email`,
    complain: `
      complain; complaint; complaints; complaining; report* you; report* this; sue; lawyer; lodge*; file; grievance; escalat*; legal action; unacceptable; outrag*; scandal*; concern*; problem; explanation; investigat*; not allowed; illegal*; how dare; furious; unhappy; not ok; not okay
      complaint about; formal complaint; not ok; want to know why; who is responsible`,
    regulator: `
      data protection authority/commissioner/officer/agency/regulator/ombudsman/commission; supervisory authority; information commissioner*; ico; cnil; aepd; attorney general; privacy commissioner; ftc; cppa; dpa; dpc; privacy regulator; data protection/privacy complaint; privacy watchdog; watchdog; regulator`,
    breach: `
      data breach; breach of _ privacy/gdpr/data/confidential*; privacy breach/violation/complaint/concern/problem/issue/incident; data protection breach/violation/problem/issue/incident/law/laws/failure; violat* _ _ privacy/gdpr/law/data/rights; violation of _ privacy/gdpr/data; breach* _ gdpr/privacy/data; leak* _ my/data; my _ data/details/info/information leaked
      mishandl*/misus* _ my; gdpr violation/breach; infring* _ privacy/rights/gdpr; invasion of _ privacy; invad* my privacy; against the gdpr/privacy; not gdpr; ignored/ignoring my _ request; illegal* _ my _ data/details; complain* _ _ _ handl*/treat*/us* _ my _ ${data}
      someone/somebody/another/other/stranger/strangers/elses _ customer/customers/customers/person/persons/person/elses/elses _ _ data/details/name/address/order/orders/invoice/information/info; other peoples data/details/addresses/orders/information; a strangers name/address/data/details/order/orders/invoice; told _ _ where i live; where i live; email addresses visible; everyones email; all recipients
      ${giving} _ my _ ${field}/invoice _ _ _ _ to _ stranger/strangers/neighbour/neighbor/neighbours/ex/boss/husband/wife/someone/somebody/anyone/wrong/another/other/press/public/facebook/internet/everyone/landlord/company; ${giving} _ my _ ${field} _ on/in/online facebook/internet/instagram/public/online/the/social; ${giving} my ex/boss/neighbour/husband/wife/landlord/neighbor/flatmate _ _ my/where/about; without _ authori* _ my data
      a stranger/strangers _ _ called/knew/knows/knowing/phoned/contacted/rang/wrote/emailed/has/had/have/got/received; meant for another/other/someone/somebody; intended for another/someone; in front of _ _ customer/customers/people/everyone; read/reading _ my _ _ _ out; had _ leak; data leak; data is out; data has been leaked/stolen; my data _ stolen/leaked/exposed/compromised; data was stolen/leaked; to another/other/wrong/different customer/customers/person/people/address with my; how does/do/did _ _ know what i/where/my; how my personal _ was/were/is/are handled/treated/used; handled my _ personal/data/details/information; identity theft; with his/her/their name and address; gossip*; your _ driver/colleague/agent/employee/staff/courier _ _ my _ number/address/phone/private; texted me privately; private message; whatsapp me; unlawful*; gdpr fine; privacy rights; data rights; data protection rights
      breaking/break/broke/ignoring _ data protection/privacy/gdpr; data protection law; texted/messaged/contacted/called me privately/personally; how did he/she/they get my; nobody/noone/no one _ answered/replied/responded _ _ my _ request for; months _ _ _ request for my data; no answer to my _ data/access/deletion/privacy request; shared/gave/sold/passed my _ number/address/email/details/data without
      why did/has/does my _ neighbour/neighbor/ex/boss/landlord/wife/husband get/got/receive/have/know; my _ data/details/name/address/information _ _ _ showed/appeared/shows/turned/ended/popped up/on; my _ data/details _ on another _ website/site/page; isnt/not/never gdpr compliant/conform; not comply _ gdpr; used my _ number/address/email to _ _ text/write/message/contact/call
      my neighbour/neighbor/ex/boss/landlord _ get/got/received my; neighbour/neighbor/ex/boss _ my invoice/data/address/details`,
    gave: `gave/given/giving/disclosed/passed/showed/shared/told/sent/handed/posted/published/forwarded/using/used/sold my _ ${field}; ${giving} it/them _ _ to; pass*/shar* _ _ my _ ${field}`,
    unasked: `without my/our/asking consent/permission/knowledge/me/approval/agreement/asking; without asking; never agreed/consented/allowed/gave; no permission; behind my back; against my will; no right to; a stranger; strangers; outrag*; unacceptable; not acceptable; disgrace*; not allowed`,
    privacy: `
      privacy; data protection; gdpr; my _ data; my personal; personal data/information/details; my/our _ information/details/data; handl* _ data; data handling`,
    underage: `
      im/iam/m _ # .; i am _ # .; im/iam _ # y/years/yrs/yr/yo/and/but/so/is/can/year/old/btw/lol/do/does/if/or; i am _ # y/years/yrs/yr/yo/and/but/so/is/can/year/old/or; i/just/only/have/recently turned/turn/turning # ; turned # last/this/yesterday/today/in; i _ turn/turned #; my age is _ #; aged # .; i was born in 2012/2013/2014/2015/2016/2017/2018; im/am/being/still/only/since/iam _ under/below 16/sixteen/age; not 16/sixteen yet; not yet 16/sixteen; im not 16/sixteen; am not 16; not even 16/sixteen; # year/years old _ _ myself; being _ # .; im only/just #; i am only/just #; still a minor; im a minor/kid/child; i am a minor/kid/child; a minor; # yo here; im underage; am underage; underage .
      in/into/start*/im/am/a/still in/the/into/grade 5/6/7/8/9/fifth/sixth/seventh/eighth/ninth grade/grader; in 5/6/7/8/9/fifth/sixth/seventh/eighth/ninth grade; sixth/seventh/eighth grader; in/im year 7/8/9; i _ _ turn/be 16/sixteen; until/till/before im/i _ 16/sixteen; me _ # .; ill/will/gonna/about/going _ be/turn # .; ill/will/gonna _ turn/be # in/next/this/on/soon/tomorrow; as a # y/year/yr; # y/year/yr old here/girl/boy/kid/teen/student; # y/yo/yrs/year/years _ o/old/here here/myself; i go to middle/elementary/primary school; in middle/elementary/primary school; middle schooler; im/am _ # . ; only # myself; i was born in 2011; # m/f . ; my # birthday; # and a half; im/am under sixteen/16; havent turned 16; birthday _ _ _ i turn/turned #; age . # ; age is # ; age # ; # y o ; # yo; # yrs old; im/iam/am a # ; not old enough; too young to; im/am _ # and; my # th birthday; my # birthday; at # can/am/do/is; still at/in school _ _ #; for someone/somebody _ _ # . im
      in/into 5/6/7/8/9 th grade; 5/6/7/8/9 th grader/grade; my fifteenth/fourteenth/thirteenth/twelfth birthday; birthday _ _ # . ; # today/tomorrow/yesterday/soon`,
    kid: `
      my/our/her/his _ daughter/son/child/kid/boy/girl/niece/nephew/grandson/granddaughter/stepson/stepdaughter/ward/pupil/children/kids/teen/teenager/twins/grandchild/foster/student; my/our # year; my/our # yo; little/younger/kid sister/brother; minor child; # year old daughter/son/child/kid
      she/he/shes/hes is/only/just _ #; shes/hes _ #; our/my little one; my teen/teenager; im/am her/his/the mum/mom/dad/mother/father/parent; my minor; my stepchild; my kids; grandchild; grandkid; foster child/son/daughter; my friends daughter/son`,
    age: `#; # th; under 16/sixteen; minor; underage; below 16; not 16/sixteen; isnt 16/sixteen`,
    joined: `
      account; signed up; sign up; registered; register*; on your site/website/app/page; gave you; her/his own _ account; profile; her/his _ data/details/email/name; chatted/chatting with; wrote to you; enter*; logged; created; ordered by/herself/himself/without/on/from/something/stuff; without my/our/asking/permission/telling/me; consent; submitted; subscribed; newsletter
      opened/made/opens _ account/profile; gave/given/giving you/her/his/their; talked/talking/chatting/chat to/with; wrote/writing/written to/with you; opened/made/opens; on your/ur app/site/page/shop; entered; typed; filled; submitted; shared; using/uses your; used my/your; account; agent; signing; set up; put _ details/name/address; behind my back; placed _ order; your chat; with your; messaged you; messaging you
      in her/his name; opened an; at your store/shop; on your site; your store; your shop; typed;
      messaging your; your chat; she/he registered; has registered
      wrote that/this/it/you; who wrote; typed that; was writing; was my _ writing`,
  },
};
