import type { LanguagePack } from './language-pack.rules.js';

const data =
  'data/info/infos/information/informations/details/records/record/file/files/profile/dossier/history/pii/particulars';
const held =
  'have/hold/keep/store/stored/kept/held/collect/collected/saved/save/got/know/gathered/retain/process/processed/hv';
const contact =
  'name/surname/firstname/lastname/birthday/birthdate/birth/dob/phone/telephone/mobile/cell/email/emails/initials/title/gender';

export const en: LanguagePack = {
  ages: 'five/six/seven/eight/nine/ten/eleven/twelve/thirteen/fourteen/fifteen',
  concepts: {
    harmless: `
      data sheet/sheets; datasheet; bank account; account number/manager/balance; file/filing cabinet; profile depth/height
      dont/not/never delete/erase/remove/close/deactivate/cancel/wipe; didnt delete/close/cancel
      i/ive already/just deleted/closed/removed/unsubscribed; i deleted/closed/removed/unsubscribed; have/ive deleted/closed/removed
      track*/order/delivery/shipping/product/invoice/payment/assembly/warranty/care/dimension*/contact data/info/information/details/number/email/emails/confirmation
      information/info/details/data _ on/about the/this/that/your/a/an/how/when/where/delivery/order; no objection*; complaint* department/team/desk
      # day*/week*/month*/hour*/minute*/min/mins/km/miles/mile/kg/cm/mm/m/percent/pieces/items/chairs/euro*/pound*/dollar*/of/to/from/inches/inch/feet/metre*/meter*/steps/people/boxes/st/degrees/orders
      my details are; here are/is my; these are my; email confirmation; access to the; forget it/about; cancel/close the/this chat/order/ticket
      account manager; privacy policy/notice/statement
      unit/number/no/apartment/apt/floor/aisle/room/building/flat # ; information/info/details _ do you need/require; never/didnt got/get/receive/received the/my newsletter/newsletters; app keeps; deleted the app; opt out of the assembly/delivery/insurance/service/installation; my order history; department/team told me`,
    thing: `
      order; orders; item; items; basket; cart; chair*; table*; sofa*; product*; parcel; package; invoice; delivery; voucher; coupon; discount; wishlist; shelf; lamp; bed; desk; subscription box`,
    erase: `
      delet*; eras*; remov*; wip*; purge*; scrub; destroy*; destruction; get/getting/got rid; expunge*; shred*; nuke; drop; trash; bin; forget; clear; cleared; gone; disappear; out of
      dont/not/stop _ want/keep/store/hold/hang/keeping/storing/holding/hanging/retain/retaining; no longer keep/store/hold/have; take _ off/down/out; take _ _ off/down/out; strike; anonymi*; vanish
      dont have/keep/store/hold _ anything; dont/not have anything; no longer want/have/need/keep/store _ _ have/keep/hold/store; nothing _ left/remain*; dont keep; no trace; no longer need; not to keep/store/hold; should/must be gone`,
    mine: `
      my/our/her/his/their/me _ ${data}
      my _ email/phone/number/address/card/cards/recordings/transcript/transcripts/chats/calls/photo/photos/messages/reviews
      personal data/info/information/details/records; ${data}/everything/anything/all/what/whatever/stuff/things/notes/traces/trace _ about/on/of/concerning/regarding/relating/linked/belonging/to me/myself/us/her/him/mine
      ${data}/everything/anything/all/what/whatever/stuff/things/notes _ you/u/youve/uve/they/company/kwoking/your _ ${held}
      this/that/our/these chat/conversation/chats/conversations; chat history/log/logs; every/any/all trace/traces; all data; my stuff; any of my; me
      nothing/anything/none/all/everything of mine/me/ours; details/data/info/information _ of mine; my address*; my order/purchase/search/browsing history; anything/nothing _ under my name; our/my conversation/chat/messages; trace/traces of me/my`,
    system: `
      your/ur/the _ system/systems/database/databases/files/records/servers/books/list/lists/crm/computer/computers`,
    data: `
      my/our/her/his/their/me _ ${data}; personal data/info/information/details/records
      ${data}/everything/anything/all/what/whatever/stuff/things/notes _ about/on/of/concerning/regarding/relating/linked/belonging/to me/myself/us/her/him
      ${data}/everything/anything/what/whatever/stuff/things/notes _ you/u/youve/uve/company/kwoking _ ${held}; my/our _ chats/calls/recordings/purchases/transcripts/conversations/behaviour/behavior/habits/photos; my shopping/browsing/purchase/purchasing/buying
      of mine; under my name; about me; on file _ me; my customer file; ${data} _ on/about/of mine; ${data} relat* _ me; anything on/about me; nothing of mine; mine _ system/systems/database`,
    contactField: `
      my/our _ ${contact}/address/number; phone/mobile number; date of birth; first/last/family/middle/maiden name; me by/as _ name; spelling of my; my profile/account; me on file`,
    place: `
      your/ur/my/the _ system/systems/database/files/records/profile/account/file; on file; you/u have _ me/my/wrong/down/an/the/me; you/u/youve got; on my account/profile; in your`,
    account: `
      my/our/her/his/their/the/your/this/an _ account/accounts/acc/acct/profile/login/membership/registration; customer/user/online account/profile; account; memebership; loyalty membership`,
    close: `
      close*; closing; delet*; eras*; remov*; cancel*; terminat*; deactivat*; shut/shutting _ down; end; disabl*; get rid of; no longer want/need/wish; dont want/need; don want; wipe; kill; discontinu*; take _ down; unregister*; deregister*
      gone; shut; close everything; go; goes; dissolv*; axe; drop; done with; leave; opt out; let go; quit; give up; removed`,
    closing: `
      account closure/cancellation/deletion/termination/deactivation; unregister me; closure of my account; deregister me
      close everything; my account _ gone/go/closed/deleted/removed/cancelled/terminated`,
    forgotten: `
      right to be forgotten; right to erasure/deletion/delete/erase; be forgotten; erasure request; request/demand/ask/require/exercise _ erasure; deletion request; request _ deletion of my/our/all
      article/art/section 17; forget me; forget about me; forget _ i/me ever/existed; delete/erase/remove/wipe/purge me; me deleted/erased/removed; ccpa/cpra/gdpr deletion/erasure/delete; delete/erase/purge _ everything .; everything erased/deleted/wiped`,
    show: `
      cop*; send; show; give; provide; see; view; disclos*; get; access; tell; want; list; know; what; which; hand over; inspect; look at; print*; request*; need; forward; obtain; receive; share; whats; read; release; overview; report; who; whom; where; how; let me have; supply; ask; demand; would like; like; why; insight`,
    right: `
      right of access; right to access; subject access; dsar; sar; data access; access request; access to my/the/all _ data/information/info/records/file/recordings; access my _ data/information/info/records/file; article/art 15; right to know; request to know; data subject request
      copy of my/all _ data/file/info/information/records; everything you/u _ ${held}; what _ you/u/ya/yall _ know about/of me; know about me; you/u _ have/got/know/hold/keep on/about me/us; recording*/transcript* of my/our/the/me _ call/calls/conversation*/chats/phone; my/our recorded/recording/recordings/transcripts
      stored/saved/held/kept/recorded _ about/on/under me/my; ${held} _ under my name; listen to _ call/calls/recording*; call you recorded; do/does you/kwoking/company have/hold/store/keep _ data/info/information/anything _ on/about/of me; under my name; on file about me; my customer file; transcript of _ my; copy of _ recording*; my file`,
    shared: `
      who/whom/which/what _ _ shar*/sold/sell/given/gave/pass*/disclos*/receiv*/get/got/transmit*/see*/access*/has/have/saw/look* ; where/how did/do/does/have _ you/u get/got/obtain*/have/find; who has/have/got/gets/received/sees/saw; recipients; third parties`,
    export: `
      machine readable; portab*; csv; json; xml; export*; download*; transferr*; transfer; transmit; move; port; port over; structured; takeout; spreadsheet; common format; electronic format; reusable; excel; import; hand over to; take with; migrate`,
    portable: `
      data portability; right to portability; article/art 20; portability request/right; port my data; portability of my`,
    withdraw: `
      withdraw*; revok*; revoc*; take/taking/took back; rescind*; retract*; no longer agree/consent/allow/give/authorise/authorize/permit; cancel*; dont agree/consent/allow; do not consent/agree; pull; undo; changed my mind; pull back; not _ agree/consent/ok any*; stop
      taking it/that back`,
    consent: `
      consent*; permission; permissions; agreement to; authoris*; authoriz*; agreed to; opt in; my approval; my ok to; okay to; said yes; yes to; i _ agreed; allowed you; cookie consent; agree to you; agree to the; to you using/use/my; my yes`,
    market: `
      newsletter*; news letter*; marketing; ads; advert*; promo; promos; promotion*; spam; spamming; junk; catalog*; mailing list; mailing lists; commercial emails/messages; offers; mailings; mailing; mailshots; brochure*; flyer*; campaign*; sales calls/emails/pitches; advertising; leaflets; email/emails list; cold calls
      special offers; bargains; deals; discount emails; promotional; solicitation*; telemarketing`,
    stop: `
      stop*; unsubscribe*; unsubscrib*; no more; dont _ send/want/like/need/email/text/call/contact/bother/use; do not _ send/want/email/text/call/contact/use/wish; take/get/remove/strike/leave/cut me _ off/from/out; off; no longer wish/want; opt/opting/opted _ out; rid; enough; quit; cease; end; rather not; not interested; never; fed up; sick; remove; cancel; without; please no; object*; turn/switch off; refuse; drop; no thanks; withhold; block; didnt ask/sign; sick of; exclude; out of; remove me
      leave me alone; leave me; never asked/signed/wanted/subscribed/ordered; make it stop; why do i keep; pester*; bombard*; spare me; no newsletter*/ads/offers/catalogues/marketing/promo*; keep _ getting`,
    optOut: `
      unsubscribe me/please; please unsubscribe; do/dont not _ sell; dont/not/stop/never _ sell/share/selling/sharing/rent/renting/trade/trading/sold _ my; dont sell; do not sell; stop selling; opt/opting _ out _ sale/sharing/selling/marketing/data/targeted/newsletter*/emails/mailing; stop/quit spamming; stop emailing/texting/calling/mailing me; stop sending me emails/texts/mails/stuff/ads/sms; off your/ur/the _ list; take/remove me off/from _ list/lists; selling/selling/sale/sell of/or my/our _ data/info/information/details
      not _ be sold/shared; my _ data/info/information/details sold; i/want/to unsubscribe; not/dont want to be contacted; unsubscribe .
      dont/not/stop/never _ contact me again/anymore; leave me alone; stop contacting me; no more emails/mails/texts/messages/calls/sms; do not contact me; give/giving/pass/passing/hand _ data/info/details/information to advertis*/marketers/partners/third`,
    object: `
      object; objecting; objection; objections; oppose; opposed; dont/not/never _ want/use/analyse/analyze/track/profile/wish/like/let; do not _ want/use/wish; stop; refuse; disagree; against; no more; quit; cease; contest; rather not; not ok; not okay; not happy; not comfortable; not agree; opt/opting out; no; without; please no`,
    use: `
      process*; profil*; track*; analys*; analyz*; monitor*; evaluat*; personalis*; personaliz*; train* your/you/staff/ai/on/models/model; training; statistic*; research; legitimate interest*; analytics; behaviour*; behavior*; scor*; automated decision*; study; studying; segment*; habits; recommend*`,
    usage: `use; used; using; usage; handling; handled; handle; treat*`,
    objects: `
      right to object; article/art 21; profiling me; profile me; tracking me/my; track me/my; build* _ profile; profile _ about/of me; analys*/analyz*/track*/monitor*/evaluat*/study* _ my; legitimate interest*; automated decision*; personalised/personalized ads/recommendations/offers/prices`,
    limit: `
      restrict*; limit*; freez*; block*; suspend*; pause; pausing; put _ hold; on hold; halt; hold off; lock; quarantine; stop/cease _ using/processing/use; dont _ use/touch/process; not _ use/process/touch; leave; hold; keep but; park`,
    limited: `
      right to restrict*; restriction of/on _ processing; restrict*/limit* _ processing/process; article/art 18; limit _ use _ sensitive; sensitive personal`,
    meantime: `until; while; meanwhile; for now; meantime; pending; time being; but dont; whilst; but keep; till; without deleting; not delet*; but not; only store; just store; dont delete; temporarily; in dispute; investigat*`,
    correct: `
      correct*; rectif*; fix*; amend*; updat*; chang*; wrong; mistake; mistakes; misspel*; mispel*; incorrect*; inaccura*; spelt; spelled; outdated; out of date; typo; false; not right; isnt right; isnt correct; error; edit; should be; should read; not my; old; complete; incomplete; adjust; put right; isnt my; is actually; is not`,
    rectify: `
      right to rectification/correct/correction/rectify; rectification; article/art 16; rectify _ my; rectify; misspel*/mispel* my _ name; my _ name is/was misspel*/spel*/wrong*/mis*; got married; changed my name; wrong/incorrect/old _ birthday/birthdate/dob/surname; date of birth _ wrong/incorrect; name/surname/birthday/birth _ wrong/incorrect; inaccurate/incorrect _ data/information
      my _ data/information/info/details/record/records _ is/are/about wrong/incorrect/inaccurate/outdated`,
    complain: `
      complain*; report* you; report* this; sue; lawyer; lodge*; file; authority; grievance; escalat*; legal action; unacceptable; outrag*; scandal*; concern*`,
    regulator: `
      data protection authority/commissioner/officer/agency/regulator; supervisory authority; information commissioner*; ico; cnil; aepd; attorney general; privacy commissioner; ftc; cppa; dpa; dpc; privacy regulator; data protection/privacy complaint; privacy watchdog; watchdog; regulator`,
    breach: `
      data breach; breach of _ privacy/gdpr/data/confidential*; privacy breach/violation/complaint/concern; violat* _ privacy/gdpr/law/data/rights; violation of _ privacy/gdpr/data; breach* _ gdpr/privacy/data; leak* _ my/data; my _ data/details/info/information leaked; gave/given/giving/disclosed/passed/showed/shared/told/sent/handed my _ address/number/details/data/email/name/phone; mishandl*/misus* _ my; gdpr violation/breach; infring* _ privacy/rights/gdpr; invasion of privacy; invad* my privacy; against the gdpr/law/privacy; ignored my _ request; without my consent/permission/knowledge`,
    privacy: `
      privacy; data protection; gdpr; my _ data; my personal; personal data/information/details; my/our _ information/details`,
    underage: `
      im/iam _ # .; i am _ # .; im/iam _ # y/years/yrs/yr/yo/and/but/so/is/can/year/old; i am _ # y/years/yrs/yr/yo/and/but/so/is/can/year/old; i/just/only/have turned/turn/turning/turned # .; turned # last/this/yesterday/today/in; i _ turn/turned #; my age is _ #; aged # .; i was born in 2012/2013/2014/2015/2016/2017/2018; under/below 16/sixteen; not 16/sixteen yet; not yet 16/sixteen; im not 16/sixteen; am not 16; # year/years old _ _ myself; being _ # .; im only/just #; i am only/just #; still a minor; im a minor/kid/child; i am a minor/kid/child; a minor; # yo here; in _ 5/6/7/8/9th/5th/6th/7th/8th/fifth/sixth/seventh/eighth/ninth grade; year 7/8/9; turn 16/sixteen; until/till im/i _ 16/sixteen; me _ # .; underage; under age
      ill/will/gonna/about _ be/turn # ; as a # y/year/yr; # y/year/yr old here; # year old girl/boy/kid/teen here ; i go to middle/elementary/primary school; in middle/elementary/primary school; middle schooler; im/am _ # . ; only # myself; i was born in 2011; # m/f . ; my # birthday; # and a half; im/am under sixteen/16; havent turned 16; birthday _ _ _ i turn/turned #; age . # ; age is # ; age #`,
    kid: `
      my/our _ daughter/son/child/kid/boy/girl/niece/nephew/grandson/granddaughter/stepson/stepdaughter/ward/pupil/children; my/our # year; my/our # yo; little sister/brother; minor child
      she/he/shes/hes is/only/just _ #; shes/hes _ #; our/my little one; my teen/teenager; im/am her/his/the mum/mom/dad/mother/father/parent; my minor; my stepchild; my kids; grandchild; grandkid; foster child/son/daughter`,
    age: `#; #th; under 16; minor; underage`,
    joined: `
      account; signed up; sign up; registered; register*; on your site/website; gave you; her/his own _ account; profile; her/his _ data/details/email/name; chatted/chatting with; wrote to you; enter*; logged; created; ordered by/herself/himself/without; without my/our/asking/permission/telling; consent; submitted; subscribed; newsletter
      opened/made/opens; gave/given/giving; talked/talking/chatting/chat to/with; on your/ur app/site/page/shop; entered; typed; filled; submitted; shared; using/uses your; used my/your; account; agent; signing; set up; put _ details/name/address; behind my back`,
  },
};
