import type { LanguagePack } from './language-pack.rules.js';

const data = 'datos/dato/información/informacion/info/expediente/ficha/perfil/historial/registros/registro/detalles';
const my = 'mis/mi/nuestros/nuestra/sus/su';
const held =
  'tienen/tenéis/tiene/tienes/tengan/tengáis/tenga/guardan/guardáis/guarden/guarda/saben/sabéis/sabe/almacen*/guardad*/recopil*/conserv*/poseen/manejan/recogid*/posean/disponen/han/recab*/hayan/guardéis';

export const es: LanguagePack = {
  ages: 'cinco/seis/siete/ocho/nueve/diez/once/doce/trece/catorce/quince',
  concepts: {
    harmless: `
      ficha técnica; cuenta bancaria; cuenta de banco; número de cuenta; no borren/eliminen/cierren/borréis/eliminéis/borre/elimine/cierre/borres/los/las; no quiero borrar/eliminar/cerrar
      ya borré/eliminé/cerré/desinstalé; he borrado/eliminado/cerrado; estos son mis; aquí están mis; mis datos son; política de privacidad; ninguna objeción; tener en cuenta; tengan en cuenta; darme/di/doy cuenta; más cuenta; por mi cuenta; olvídalo; olvídelo; olvida eso; olvídenlo
      # días/dia/semana*/mes/meses/hora*/minuto*/min/km/kg/cm/mm/m/sillas/silla/cojines/euros/pesos/piezas/metros/personas/pedidos/hijos/productos/por; información/datos/info sobre/de/del el/la/los/las/un/una/su/este/esta/envío/pedido/producto/entrega; datos de/del envío/entrega/pedido/seguimiento/facturación; acceder a mi cuenta; acceso a mi cuenta
      número/piso/apartamento/departamento/apto/puerta # ; qué información/datos necesit*; que información necesit*; descuento del boletín; app borrada; número de pedido`,
    thing: `
      pedido; pedidos; artículo; carrito; cesta; silla*; mesa; sofá; producto*; paquete; factura; entrega; cupón; descuento; estante*; lámpara; cama; lista de deseos; envío; cita; mueble*; orden`,
    erase: `
      elimin*; borr*; suprim*; supres*; quit*; saqu*; sacar; destru*; olvid*; retir*; desaparezc*; desaparec*; limpi*; tir*; cancelación; depur*; no _ _ guard*/conserv*/almacen*/teng*; dejen/dejad/deje _ guardar/almacenar/conservar; remuev*; remov*; deshag*; anonimic*; anonimiz*; fuera; bórr*; elimín*; deshac*; dar _ baja; den _ baja; desech*; esfum*
      nada mío; limpieza; no quiero _ que qued*; que _ desaparezc*; que no quede; no _ qued*; ya no quiero _ que tengan/guarden/tengáis; dej* de tener/guardar/conservar; saquen; sáquen; no conserv*; no guard*; borrado; erradi*; nada a mi; elimine*; suprima*; borre*; destruy*; no siga* _ guard*/conserv*; dese* _ borrar; boten; dar de baja mis/mi datos/número/correo`,
    mine: `
      ${my} _ ${data}; datos personales; información personal; ${my} _ número/teléfono/celular/móvil/correo/email/mail/dirección/tarjeta/tarjetas/grabaciones/llamadas/reseñas/fotos/mensajes/chats/conversaciones
      ${data}/todo/nada/algo/lo/cuanto/rastro/cualquier/notas _ _ sobre/de/acerca/mío/mia/mía mi/mí/mío/nosotros; nada mío; todo lo que _ ${held}; lo que _ ${held} _ de/sobre mi; esta/la/nuestra conversación; este/el/nuestro chat; esta charla; todo lo mío; todos los datos
      nada mío; nada _ mi nombre; a mi nombre; mi dirección; mis direcciones; mío/mía/míos/mías; de mi; sobre mi; mi historial; mi rastro`,
    system: `de/en/del/su/sus/vuestra/vuestro _ base/bases/sistema/sistemas/archivo/archivos/ficheros/servidores/lista/listas/registros`,
    data: `
      ${my} _ ${data}; datos personales/perso; información personal; ${data}/todo/nada/algo/lo/cuanto/rastro/notas _ _ sobre/de/acerca mi/mí/nosotros; ${data} _ que _ ${held}; todo lo que _ ${held}; mis/mi _ compras/comportamiento/hábitos/conversaciones/llamadas/chats/grabaciones; me conciern*; datos míos
      a mi nombre; sobre mi; datos/info/información míos/mía/mía; acerca de mi; bajo mi nombre; míos; de mi persona`,
    contactField: `
      ${my} _ nombre/apellido/apellidos/nacimiento/teléfono/celular/móvil/número/correo/email/mail/dirección/cumpleaños/domicilio/género; fecha de nacimiento; número de celular/teléfono/móvil; correo electrónico; apellido*`,
    place: `
      sus/su/mi/el/vuestros/vuestra/vuestro/la _ registros/sistema/sistemas/base/archivo/archivos/expediente/perfil/cuenta/ficha/ficheros; tienen; tenéis; tiene; casé; casada; casado; divorci*; en mi cuenta/perfil/ficha; guardad*; registrad*; aparece*; figura*; consta*; me salen; pusieron`,
    account: `cuenta; perfil; mi cuenta; registro; membresía; usuario; suscripción de cliente; mi usuario
      página como; mi alta; como cliente; como cliente/usuario; mi suscripción a la tienda; mi login; mi acceso; mi usuario; acceso de cliente; mi cta; cta`,
    close: `
      cerr*; cierr*; elimin*; borr*; cancel*; desactiv*; dar/den/dad/dé/dar/darme/denme/dame/deme _ baja; baja; no quiero _ tener; no quiero _; ya no _; suprim*; inhabilit*; anul*; quit*; deshabilit*; clausur*; cierre; finaliz*; desact*; no necesito
      desaparezc*; borro; me borro; ya no necesito; ya no quiero; no quiero seguir; no deseo; dense; denle de baja; dadle de baja; suprim*; terminar; termin*; cerras; elimín*; ciérr*; fuera; sin cuenta; irme; saquen; deshac*; dese; cese`,
    closing: `cierre/cancelación/eliminación/baja de mi/la cuenta; baja como cliente/usuario; baja definitiva; darme de baja de su/vuestra página/web/tienda; desregistr*
      me borro de su/la/vuestra página/web/tienda/app; borrarme de su/la/vuestra página/web/tienda/app/sitio; baja como cliente; mi cuenta desaparezca; baja de cliente; no quiero ser cliente; dejar de ser cliente; salirme de su/la; borrarme`,
    forgotten: `
      derecho al olvido; derecho de/a supresión/cancelación/eliminación; derecho de/a la supresión/cancelación; olvídenme; olvidadme; olvídense de mi; olvídeme; ser olvidad*; artículo/art 17; supresión de mis/todos/los; derechos arco; arco _ cancelación; bórrenme; bórrame; elimínenme; bórreme; borradme; eliminadme; elimíneme; solicitud de supresión/eliminación/borrado; borrado de mis; que me olviden; que me borren/eliminen; eliminación de mis; cancelación de mis _ datos; derecho a ser olvidad*`,
    show: `
      copia*; envi*; envíe*; mand*; muestr*; muéstr*; dar; den; denme; ver; acced*; acceso; saber; conocer; qué; que; cuáles; facilit*; entreg*; proporcion*; obtener; recibir; consult*; lista; díga*; quién; quien; dónde; donde; cómo; pasen; quiero; solicito; informe; revisar; indiqu*; pido; por qué; listado; explíqu*; remit*; pásame; pásenme`,
    right: `
      derecho de/a acceso; derecho a acceder; solicitud de acceso; artículo/art 15; acceso a mis/mi/todos/toda/los _ datos/información/expediente/ficha; acceder a mis/mi/todos _ datos/información/expediente; copia de mis/mi/todos/toda/todo _ datos/información/expediente/lo; saben/sabéis/tienen/tenéis/sabe/guardan/guardáis _ _ de/sobre mi; sobre mi; grabacion*/grabación/transcripcion* _ _ llamada*/conversacion*/chats; mis grabaciones; todo lo que _ ${held}; acceso arco; derechos arco; habeas data; mis llamadas grabadas; acerca de mi
      hay/tienen/tenéis/guardan _ datos/información/info/algo/cosas _ míos/mía/mi/mí/mio; a mi nombre; qué _ _ registrado; escuchar _ _ llamada*/grabacion*; llamada/llamadas _ grabaron/grabada*/grabasteis; con quién _ compart*; datos míos; mi expediente; datos _ sobre mi; qué/que _ saben de mi; qué/cuáles datos _ _ de mi/míos; mi ficha; qué hay de mi; copia de _ _ datos`,
    shared: `
      a quién/quien/quiénes/quienes; quién/quien/quiénes _ ha/han/tiene/tienen/recib*/ve/ven; de dónde/donde; cómo/como consigui*/obtuv*/tienen; con quién/quien/quiénes/quienes; qué/que empresas/terceros/socios/compañías; terceros; destinatarios; cedid*; compartid*; compartieron; vendid*; vendieron`,
    export: `
      legible por; csv; json; xml; export*; descarg*; transfer*; transfier*; traslad*; port*; formato; otro proveedor; otra tienda; otra empresa; otro comercio; estructurado; bajar; archivo; excel; llevarme; llevar; migr*; transmit*; reutiliz*`,
    portable: `derecho a/de la portabilidad; portabilidad; artículo/art 20`,
    withdraw: `
      retir*; revoc*; revoq*; ya no; anul*; cancel*; dejar sin efecto; no _ más; me retracto; quit*; arrepent*; dejo; deja; cambié de; he cambiado`,
    consent: `
      consent*; autorización*; autorizacion*; permiso; permisos; de acuerdo; autorizo; aceptación; acepté; autoricé; consient*; dije que sí; consinti*; di mi; di el; acepto; conformidad; mi sí`,
    market: `
      newsletter*; boletín*; boletin*; publicidad; publicitari*; propaganda; promocion*; promociones; spam; lista de correo; listas de correo; catálogo*; marketing; ofertas; anuncios; comercial*; lista de distribución; lista de envíos; correo basura; folletos; promos; correos basura; mercadotecnia; mercadeo; mailing*; telemarketing`,
    stop: `
      baja; dej*; no _ _ quiero/envi*/mand*/recib*/quisiera/deseo; no más; basta; sáqu*; sac*; quit*; cancel*; desuscri*; par*; harto; harta; elimin*; opon*; cesen; anul*; desapunt*; borr*; no quiero; ya no; nunca; no me; cans*; suspend*; desinscri*; alto a; fuera; excl*; bloque*; no; ni; sin; stop; detener; detengan; rechaz*; bórr*; dad*`,
    optOut: `
      no _ vend*/compart*/ced* _ mis; denme/dame/darme/deme/dadme de baja; venta/vender/vendan/vendáis/ceder/cesión/cedan _ _ datos/información; desuscrib*; lista robinson; lista de correo; no me llamen más; no me escriban más; opt out; dejen/dejad/deja/deje de mandarme/enviarme/llamarme/escribirme _ correos/mensajes/mails/sms/emails/cosas/whatsapp; compart* mis _ _ terceros/socios; no _ más correos/mensajes/emails/mails; repep; no _ recibir _ correos/mensajes/emails
      no me manden/envíen/mandéis/enviéis _ _ más/correos/nada; no me contacten/contactéis; dejen/dejad de llamarme/escribirme/molestarme/contactarme/acosarme; no más correos/mensajes/llamadas/sms/mails; déjenme/dejadme en paz; datos a/con anunciantes; a anunciantes`,
    object: `
      opon*; opos*; no quiero; no deseo; dej*; no _ us*; no _; basta; en contra; objec*; rechaz*; niego; prohíb*; prohib*; paren; cesen; sin; desacuerdo; nieg*; objet*; no autoriz*; impid*
      nada de; no estoy conforme; no me gusta; no usen; no utilicen; no usar; ni; contra; no acepto; no permit*; eviten; no analic*; me niego; oposición`,
    use: `
      trat*; perfil*; analic*; analiz*; análisis; us*; rastre*; segui*; sigan; utilic*; utiliz*; entren*; form*; estadístic*; interés legítimo; personaliz*; evalu*; estudi*; vigil*; monitor*; espí*; emple*; procesa*; procese*; capacit*`,
    usage: `us*; utilic*; utiliz*; emple*`,
    objects: `
      derecho de/a oposición; derecho a oponerme; artículo/art 21; perfiles de/sobre mi; perfil de/sobre mi; perfilado; elaboración de perfiles; interés legítimo; perfilarme; analic*/analiz* _ mis/mi; rastre* _ mis/mi; rastrearme; decisiones automatizadas; arco _ oposición; seguirme; mis hábitos; mi comportamiento; estudi* _ mis; analizarme; perfilen
      que me rastreen/sigan/perfilen/analicen/vigilen/espíen/estudien; recomendaciones personalizadas; publicidad personalizada; personalizad*; estudien mis; mis conversaciones/compras/llamadas/chats; formar a su personal; entrenar; mis _ chats/clics; decisiones automáticas; ofertas personalizadas; elaboren _ perfil*; creen _ perfil*; hagan _ perfil*; perfil _ mío; perfilamiento`,
    limit: `
      limit*; congel*; restrin*; restric*; bloque*; suspend*; no _ us*; no _ utilic*; no _ trat*; pausa; paralic*; dejen/dejad de usar/tratar/utilizar; no _ toquen; inmovil*
      solo guard*; guarden _ sin; no los usen; pausa; no los utilic*; no _ toqu*; sin usar; conserv* _ _ no/sin; retener; en suspenso; paren; parar; detener; detengan; frenen; detengan; limit*; no hagan`,
    limited: `
      limitación _ _ tratamiento/uso; artículo/art 18; limit*/restrin*/suspend*/bloque* _ _ tratamiento; derecho a/de la limitación; restricción _ tratamiento; limit*/restrin* _ uso de; suspensión del tratamiento; bloqueo de mis
      pausa el uso/tratamiento; en pausa _ mis; bloqueen/bloquear/congelen/congelar mis _ datos; solo guarden mis; uso limitado; no los usen; suspendan el uso; detengan/paren el tratamiento/uso; datos sensibles`,
    meantime: `
      mientras; hasta; por ahora; de momento; por el momento; pero no; sin _ borr*/elimin*; temporal*; entretanto; provisional*; se aclar*; verific*; compruebe*
      no los; pero no los; se resuelva; resuelv*; resolver; se revise; temporalmente; investig*; aclar*; disput*`,
    correct: `
      corrig*; corrij*; corrég*; rectific*; rectifiq*; cambi*; modific*; modifiq*; mal; equivocad*; incorrect*; error*; erróne*; actualic*; actualiz*; inexact*; falso; falsa; desactualizad*; no es correct*; no es; arregl*; complet*; enmiend*; antiguo; viejo; vieja; anticuad*; correg*; equivoc*; obsolet*`,
    rectify: `
      derecho de/a rectificación; rectificación; artículo/art 16; rectifi* _ mis; nombre _ mal; apellido* _ mal; mal escrito; nacimiento _ _ _ equivocada/incorrecta/mal/errónea/erronea; me casé; me case; cambié de apellido/nombre; arco _ rectificación; datos _ _ incorrectos/inexactos/erróneos/equivocados/desactualizados; corrección de mis; mi _ nombre no es; mal mi _ nombre/apellido/número/correo/fecha`,
    complain: `
      quej*; reclam*; denunci*; demand*; abogad*; inaceptable; vergüenza; escándal*; report*; indignante; acudir`,
    regulator: `
      aepd; agencia _ _ protección; autoridad de control/protección; inai; sic; autoridad de datos; agencia española; delegado de protección; superintendencia; aaip; agencia de acceso; autoridad de protección; profeco; protección de datos personales personales`,
    breach: `
      violación/violan/viola*/vulner*/infracción/infring*/incumpl* _ _ _ privacidad/rgpd/datos/intimidad/lopd/lopdgdd/ley; mi privacidad; mi intimidad; filtr* _ mis; fuga de/mis _ datos; dieron/dio/pasaron/entregaron/divulg*/difund*/compartieron/revelaron/publicaron/filtraron mis/mi _ datos/dirección/número/teléfono/correo/información; sin mi consentimiento/permiso/autorización; brecha de _ datos/seguridad; mal uso de mis; uso indebido`,
    privacy: `
      datos; rgpd; privacidad; lopd; lopdgdd; intimidad; información personal; datos personales; protección de datos; mi información`,
    underage: `
      tengo _ # años; tengo _ # anos; tengo _ # .; tengo _ # y me/soy/quiero/hice/mi/abrí/no/mis/estoy/ya; acabo de cumplir #; cumplí # .; cumplí # años; cumplo #; menor de 16/dieciséis/edad; menos de 16/dieciséis; no tengo _ 16/dieciséis; soy _ menor; soy un niño; soy una niña; edad _ # años; yo _ # años; apenas # años; de # años _ y me/soy; estoy en _ primaria/secundaria/eso; 1/2/3 de la eso; mi edad _ #; voy a cumplir #; soy de # años; aún no _ 16; todavía no _ 16
      cumpliré #; cumplire #; tngo # años; tngo # anos; soy un/una _ _ # años/anos; # años y medio; todavía no tengo; aún no tengo; aun no _ 16; en sexto/quinto/cuarto de primaria; primero/segundo de secundaria/eso; de primaria; de secundaria; nací en 2011/2012/2013/2014/2015; # añitos; cumplo _ # ; tengo solo # ; tengo apenas # ; con # años puedo; con mis # años; tengo _ # pero; voy en sexto/primero/segundo; # añitos; llegar a los 16; quinceañera; años . tengo # ; # a . ; solo tengo # `,
    kid: `
      mi/mis/nuestra/nuestro _ hija/hijo/hijos/niña/niño/nieta/nieto/sobrina/sobrino/chico/chica/nena/nene/pequeña/pequeño/peque/chamaco/hermana/hermano/hermanito/hermanita/alumno; hija; hijo
      ella/él solo tiene #; solo tiene #; ella/él tiene _ #; soy su madre/padre/mamá/papá/tutor*; mi menor; mis hijos; hijastr*; chaval; chavala; mi bebé; mi ahijad*; mi cría; mi chiquit*; tutelad*`,
    age: `#; menor; menores`,
    joined: `
      cuenta; registr*; perfil; página; sin _ permiso/autorización/consentimiento/avisar/preguntar/decirme; sitio; datos; web; suscri*; inscri*; dio; alta; chate*; boletín; sin mi
      abrió; creó; hizo; dirección; dio; les dio; escribió; habló; a escondidas; metió; puso; usó; sola; solo por; sin que; sin saber; entró; app; chat`,
  },
};
