import type { LanguagePack } from './language-pack.rules.js';

const data = 'datos/dato/información/informacion/info/expediente/ficha/perfil/historial/registros/registro/detalles';
const my = 'mis/mi/nuestros/nuestra/sus/su';
const held =
  'tienen/tenéis/tiene/tienes/tengan/tengáis/tenga/guardan/guardáis/guarden/guarda/saben/sabéis/sabe/almacen*/guardad*/recopil*/conserv*/poseen/manejan/recogid*/posean/disponen/han/recab*/hayan/guardéis';

export const es: LanguagePack = {
  ages: 'cinco/seis/siete/ocho/nueve/diez/once/doce/trece/catorce/quince',
  common: `el la los las un una unos unas de del al a en con por para sin sobre y o pero si que qué quien cual como cómo cuando cuándo
    donde dónde mi mis tu su sus nuestro me te se le les lo nos yo tú él ella usted ustedes ellos es son soy está están estoy fue era
    ser estar ha he han hay había tengo tiene tienen muy más no sí ya aún también todavía este esta esto ese esa eso gracias hola
    buenas buenos días tardes favor puedo puede pueden quiero quisiera necesito hacer hace pedido pedí entrega envío paquete llegó
    compañero compañía formato forma formas firma persona personas cama mesa silla sofá tienda compra compras comprar comprado
    pagar pago dinero días día hoy mañana ayer hasta desde porque entonces nada algo todo todos toda todas nuevo nueva cambien cambian
    profe profeco cumple cumplen probé provee entregar devolver devolución cerca cierra`,
  concepts: {
    harmless: `
      ficha técnica;; número de cuenta; no borren/eliminen/cierren/borréis/eliminéis/borre/elimine/cierre/borres/los/las; no quiero borrar/eliminar/cerrar
      ya borré/eliminé/cerré/desinstalé; he borrado/eliminado/cerrado; estos son mis; aquí están mis; mis datos son; política de privacidad; ninguna objeción; tener en cuenta; tengan en cuenta; darme/di/doy cuenta; más cuenta; por mi cuenta; olvídalo; olvídelo; olvida eso; olvídenlo
      # días/dia/semana*/mes/meses/hora*/minuto*/min/km/kg/cm/mm/m/sillas/silla/cojines/euros/pesos/piezas/metros/personas/pedidos/hijos/productos/por; información/datos/info sobre/de/del el/la/los/las/un/una/su/este/esta/envío/pedido/producto/entrega; datos de/del envío/entrega/pedido/seguimiento/facturación; acceder a mi cuenta; acceso a mi cuenta
      número/piso/apartamento/departamento/apto/puerta # ; qué información/datos necesit*; que información necesit*; descuento del boletín; app borrada; número de pedido
      sobre el/la/los/las/este/esta/un/una/su/sus pedido/sofá/lámpara/mesa/colchón/cama/silla/producto/envío/entrega/garantía/tela/madera/seguridad/calidad/reembolso/armario/mueble; de la/del/el/los calidad/colchón/sofá/armario/producto/mueble/envío/pedido       menos de 16/15/14/12/10 kilos/kg/cm/euros/minutos/días/quilos; tengo # días/minutos/horas/semanas/sillas/pedidos/cajas/personas/metros; hace # años; desde hace # años; cliente* desde; # o #; entre # y #; a las #; # %; en # días/minutos/horas; el # de; # de enero/febrero/marzo/abril/mayo/junio/julio/agosto/septiembre/octubre/noviembre/diciembre; lunes/martes/miércoles/jueves/viernes/sábado/domingo #; mesa/silla/sofá/cama/garantía _ # años; garantía _ _ # o; # años de garantía; llego #        código/cupón/descuento _ boletín/newsletter; boletín no funciona; recibir el boletín; suscrib* al/a boletín/newsletter; suscrib* al; baja de la cita/entrega; darme de baja de la cita; cojines/muebles/iniciales personalizad*; personalizad* con; mis datos : ; mi otra cuenta; cuenta del/de banco; entrar en/a mi cuenta; en mi cuenta _ banco; mi cuenta _ cobr*; una cuenta para; hace falta una cuenta; no puedo entrar; acceso al sistema; luego mis datos; mis datos los tenía; datos técnicos; de mi carrito/cesta/pedido/carro; no borren/borre/eliminen mi; copia de mi/la factura; el artículo 15/16/17/18/20/21 de mi/del pedido/mi; artículo 15/16/17/18/20/21 llegó/falta/de mi/vino/de mi
      en/a mi cuenta bancaria/de; mi otra cuenta bancaria; número de cuenta bancaria; abon* _ cuenta
      información/datos/info/todo/toda _ _ _ sobre el/la/los/las/este/esta/un/una/su
      nombre _ mal en el pedido; autorizo a; retirar el; a mi vecino a
      seguros mis datos; datos _ seguros; datos _ a salvo`,
    ask: `qué; que; cuáles; quién; quien; dónde; donde; cómo; saber; conocer; por qué; saben; tienen; tenéis; hay; digan; díganme`,
    onMe: `
      datos personales; información personal; ${data}/todo/nada/algo/lo/cuanto/rastro/notas _ _ _ sobre/de/acerca/míos mi/mí/nosotros; me conciern*; datos míos; sobre mi; acerca de mi; de mi persona; bajo mi nombre; mis datos; mi expediente; mi ficha; mi información
      ${data}/todo/lo _ _ _ sobre/de mi/nuestro/nuestra hijo/hija/niño/niña/madre/padre/marido/mujer/esposo/esposa
      con mi correo/nombre/número/dirección; su sistema _ _ sobre mi; graban mis llamadas; guardado con mi`,
    pronoun: `los; las; lo; la; todo; eso; ello`,
    heldField: `
      todavía/aún/tienen/tenéis/siguen/guardan _ tienen/teniendo/tenéis/con/guardado/mi/mis _ _ dirección/teléfono/número/correo/tarjeta/móvil/celular/datos; tienen mi/mis _ dirección/teléfono/número/correo/tarjeta/móvil/celular; mi/mis _ dirección/teléfono/número/correo/tarjeta guardad*/registrad*
      tienen _ mi/mis cuenta/datos bancaria/bancarios; siguen teniendo mi
      mi tarjeta/número/correo/dirección/teléfono _ _ sigue/está guardad*/registrad*; mi tarjeta sigue`,
    drop: `
      quit*; saqu*; sacar; sáqu*; tir*; olvid*; boten; fuera; limpi*; desech*; deshag*; deshac*; desaparezc*; desaparec*; esfum*; vaci*; tíren*; sac*
      bajad*; bájen*`,
    disagree: `ya no estoy de acuerdo; no estoy de acuerdo con que; ya no _ acepto/autorizo/consiento/permito/quiero; ya no quiero que; dejo de estar de acuerdo; ya no doy`,
    gave: `mis/mi _ datos/dirección/número/teléfono/correo/fotos/foto/información/imagen _ _ _ pasaron/dieron/compartieron/usaron/publicaron/usad*/compartid*/vendid*; dieron/dio/pasaron/compartieron/usaron/usan/usado/usáis/publicaron/publicado/vendieron/vendido/entregaron/usó/compartido/dado/pasado/publicasteis _ mis/mi _ datos/dirección/número/teléfono/correo/fotos/foto/información/imagen`,
    unasked: `
      sin mi/pedirme/preguntarme/avisarme/mi consentimiento/permiso/autorización/permiso; sin preguntarme; sin avisarme; sin mi permiso; sin mi consentimiento; nunca autoricé/acepté/permití; a mis espaldas; inaceptable; indignante; no tienen derecho; ilegal; vergonzoso
      sin mi autorización; sin permiso; sin consultarme; eso es ilegal`,
    identity: `
      mi/mis _ número/teléfono/móvil/celular/correo/email/apellido/apellidos/nombre/cumpleaños/nacimiento/género; fecha de nacimiento; mi perfil; correo electrónico; tratamiento
      mi _ nombre/apellido; mi domicilio; mi fecha`,
    changed: `
      ha cambiado; cambió; cambiado; cambiar; cambien; cambiarlo; falta una/un; le falta; añadir; corrij*; corrig*; rectif*; modific*; mal; equivocad*; incorrect*; erróne*; actualíc*; actualic*; actualiz*; no es mi; ese no; ya no es; divorciad*; casad*; casé; desactualizad*; se escribe; soltera; nuevo apellido
      lleva tilde; sin tilde; sin acento; lleva hache; con hache; con be; falta la; tiene otra`,
    iAm: `
      tengo # y/pero/años/anos/.; tngo # y/años; tengo solo/apenas _ #; solo/apenas tengo #; acabo de cumplir #; cumplo #/16; cumpliré #/16; tengo menos de 16; no tengo _ 16/dieciséis; voy en primero/segundo/sexto/quinto de; estoy en primero/segundo/sexto de; soy menor
      soy de 2011/2012/2013/2014/2015/2016; soy del 2011/2012/2013/2014; nací en 2011/2012/2013/2014; faltan _ años para _ 16/dieciséis; me faltan _ _ para _ 16/dieciséis
      en realidad tengo #; ojo que tengo #; tengo # no/puedo; voy al colegio/instituto/cole _ tengo #;
      al colegio/instituto/cole/secundaria _ _ tengo #`,
    spoken: `mis _ datos; datos personales/míos; información personal; datos _ sobre/de mi;; mi privacidad; mi intimidad; mi información; mi historial; mis hábitos; bases de datos; base de datos`,
    thing: `
      pedido; pedidos; artículo; carrito; cesta; silla*; mesa; sofá; producto*; paquete; factura; entrega; cupón; descuento; estante*; lámpara; cama; lista de deseos; envío; cita; mueble*; orden`,
    erase: `
      elimin*; borr*; suprim*; supres*;; destru*; retir*; desaparezc*; desaparec*;; cancelación; depur*; no _ _ guard*/conserv*/almacen*/teng*; dejen/dejad/deje _ guardar/almacenar/conservar; remuev*; remov*; anonimic*; anonimiz*; bórr*; elimín*; dar _ baja; den _ baja;
      nada mío; limpieza; no quiero _ que qued*; que _ desaparezc*; que no quede; no _ qued*; ya no quiero _ que tengan/guarden/tengáis; dej* de tener/guardar/conservar;; no conserv*; no guard*; borrado; erradi*; nada a mi; elimine*; suprima*; borre*; destruy*; no siga* _ guard*/conserv*; dese* _ borrar; dar de baja mis/mi datos/número/correo
      bórrenlos; elimínenlos; quítenlos; bórrenlo; elimínenlo; borradlos; que no quede*; quede guardad*; no quiero que qued*/conserv*/guard*/teng*/almacen*; no quiero _ _ _ guardad*/conserv*/almacen*; no _ quede nada; sáquenlo*; dese* eliminar/suprimir; quitar _ de su/sus/vuestra _ sistema/base/archivos/registros; quiten _ _ _ de su/sus`,
    mine: `
      ${my} _ ${data}; datos personales; información personal; ${my} _ número/teléfono/celular/móvil/correo/email/mail/dirección/tarjeta/tarjetas/grabaciones/llamadas/reseñas/fotos/mensajes/chats/conversaciones
      ${data}/todo/nada/algo/lo/cuanto/rastro/cualquier/notas _ _ sobre/de/acerca/mío/mia/mía mi/mí/mío/nosotros; nada mío; todo lo que _ ${held}; esta/la/nuestra conversación; este/el/nuestro chat; esta charla; todo lo mío; todos los datos
      nada mío; a mi nombre; mi dirección; mis direcciones;; sobre mi; mi historial; mi rastro
      lo que _ ${held} _ de/sobre mi; nada mío; cosas mías; mis cosas; lo mío; mi nombre _ _ base/sistema/lista; sus datos; datos de mi madre/padre/hijo/hija/marido/mujer/esposo/esposa; este/nuestro/el chat; esta conversación; mis audios; mi voz; datos bancarios; mi/mis _ y _ dirección/teléfono/correo/número; todo rastro
      lo/todo que _ escribí/dije/puse/mandé/escrito; todo lo que _ escribí/dije/di; mi cuenta bancaria; mi tarjeta; mis pagos; todo lo mío; mi iban; mis palabras; mis datos bancarios; mis grabaciones
      los datos que _ _ dejé/di/puse/mandé; datos que les di/dejé; lo que les _ mandé/dejé/di
      fotos/imágenes _ que _ subí/mandé/envié/puse; todo lo suyo; cuanto les he; lo que les he`,
    system: `de/en/del/su/sus/vuestra/vuestro _ base/bases/sistema/sistemas/archivo/archivos/ficheros/servidores/lista/listas/registros`,
    data: `
      ${my} _ ${data}; datos personales/perso; información personal; ${data}/todo/nada/algo/lo/cuanto/rastro/notas _ _ sobre/de/acerca mi/mí/nosotros; ${data} _ que _ ${held}; todo lo que _ ${held}; mis/mi _ compras/comportamiento/hábitos/conversaciones/llamadas/chats/grabaciones; me conciern*; datos míos
      a mi nombre; sobre mi; datos/info/información míos/mía/mía; acerca de mi; bajo mi nombre; míos; de mi persona
      todo/datos/información/lo _ _ _ sobre/de mi/nuestra/nuestro hijo/hija/niño/niña/madre/padre/marido/mujer; historial de compras/pedidos; todo lo que les _ dado/di; toda mi; sus datos; algunos datos
      que me concierne; que les di; con mi correo/nombre/número; lo que compro/compré; historial; mi cuenta bancaria
      datos que _ _ dejé/di/puse/mandé; datos suyos; mis fotos; mi imagen`,
    contactField: `
      ${my} _ nombre/apellido/apellidos/nacimiento/teléfono/celular/móvil/número/correo/email/mail/dirección/cumpleaños/domicilio/género; fecha de nacimiento; número de celular/teléfono/móvil; correo electrónico; apellido*
      el/la correo/teléfono/número/dirección/apellido _ que tienen/tenéis/figura/aparece; como señor/señora/hombre/mujer; ficha; señor; señora; tratamiento; sexo; género`,
    place: `
      sus/su/mi/el/vuestros/vuestra/vuestro/la _ registros/sistema/sistemas/base/archivo/archivos/expediente/perfil/cuenta/ficha/ficheros; tienen; tenéis; tiene; casé; casada; casado; divorci*; en mi cuenta/perfil/ficha; guardad*; registrad*; aparece*; figura*; consta*; me salen; pusieron
      que tienen de mi; me tienen; tengo en; en la cuenta; salgo; me llaman; en su`,
    account: `cuenta; perfil; mi cuenta; registro; membresía; usuario; suscripción de cliente; mi usuario
      página como; mi alta; como cliente; como cliente/usuario; mi suscripción a la tienda; mi login; mi acceso; mi usuario; acceso de cliente; mi cta; cta
      cuentas; dos cuentas; otra cuenta; la de`,
    close: `
      cerr*; cierr*; elimin*; borr*; cancel*; desactiv*; dar/den/dad/dé/dar/darme/denme/dame/deme _ baja; baja; no quiero _ tener; no quiero _; ya no _; suprim*; inhabilit*; anul*; quit*; deshabilit*; clausur*; cierre; finaliz*; desact*; no necesito
      desaparezc*; borro; me borro; ya no necesito; ya no quiero; no quiero seguir; no deseo; dense; denle de baja; dadle de baja; suprim*; terminar; termin*; cerras; elimín*; ciérr*; fuera; sin cuenta; irme; saquen; deshac*; dese; cese
      ciérrenla; ciérrala; borrarla; cerrarla; elimínenla; darla; cerrarme`,
    closing: `cierre/cancelación/eliminación/baja de mi/la cuenta; baja como cliente/usuario; baja definitiva; darme de baja de su/vuestra página/web/tienda; desregistr*
      me borro de su/la/vuestra página/web/tienda/app; borrarme de su/la/vuestra página/web/tienda/app/sitio; baja como cliente; mi cuenta desaparezca; baja de cliente; no quiero ser cliente; dejar de ser cliente; salirme de su/la; borrarme
      baja como cliente; ser cliente; dar de baja _ mi/la cuenta; ya no necesito/quiero mi/la cuenta; mi cuenta fuera; la cuenta con; cerrar/eliminar la de
      deshago/deshacerme de mi cuenta; mi _ perfil _ _ eliminado/borrado; eliminar*/borrar*/eliminen/borren mi _ perfil; terminen/terminar mi membresía; cierren todo; no quiero _ tener cuenta; ya no quiero cuenta; dejar kwoking; cómo _ borro mi
      eliminar/borrar/cerrar/cancelar mi usuario/registro/perfil;;
      dejar de ser socio/socia/miembro/cliente/usuario; cancelación de cuenta/la/mi; baja de socio; cerrar la cuenta`,
    forgotten: `
      derecho al olvido; derecho de/a supresión/cancelación/eliminación; derecho de/a la supresión/cancelación; olvídenme; olvidadme; olvídense de mi; olvídeme; ser olvidad*; según/conforme/por/virtud/invoco/ejerzo/al/con/amparo _ artículo 17; artículo/art 17 _ rgpd/gdpr/reglamento; art 17; supresión de mis/todos/los; derechos arco; arco _ cancelación; bórrenme; bórrame; elimínenme; bórreme; borradme; eliminadme; elimíneme; solicitud de supresión/eliminación/borrado; borrado de mis; que me olviden; que me borren/eliminen; eliminación de mis; cancelación de mis _ datos; derecho a ser olvidad*
      no quiero _ _ estar/figurar/aparecer/seguir en su/sus/vuestra/vuestro _ base/bases/sistema/archivos/registros; ya no quiero _ _ en su/sus _ base/sistema/archivos; sáquenme/quítenme/bórrenme/sacadme/borradme de su/sus/vuestra _ base/sistema/archivos/registros; no quede nada/rastro _ mío/mía/de/mi; no quiero que _ conserven/guarden/tengan/almacenen _ _ _ mis/mi/datos/información; no guarden/conserven/almacenen _ _ mis/mi; que _ _ _ olvid*; ni rastro _ mío/de; todo rastro _ mío/de; como si _ nunca hubiera existido; eliminad*/borrad* toda/todos/todo mi/mis; saquen mi/mis _ información/datos/nombre de; dejen de guardar/tener/almacenar
      todo lo mío; todo lo que _ concierne; borr*/elimin* _ lo que _ escribí/dije/puse; saquen/quiten/retiren/sacad/quitad mis _ datos/información; ya no quiero estar _ _ ahí; no quiero que _ guarden/conserven/almacenen/tengan _ mi/mis _ tarjeta/datos/número/dirección/teléfono; definitivamente/completamente/totalmente mis; por completo mis; borr*/elimin*/suprim* _ _ mi información; eliminen mi información; borrado definitivo; desaparecer de su; quiero desaparecer
      saquen mi/mis
      no quiero que _ _ nada de mi/mí; que tengan nada de; mi información siga en; olviden de mí; olvidar* de mí; eliminen mi ficha; eliminar mi ficha`,
    show: `
      copia*; envi*; envíe*; mand*; muestr*; muéstr*; dar; den; denme; ver; acced*; acceso; saber; conocer; qué; que; cuáles; facilit*; entreg*; proporcion*; obtener; recibir; consult*; lista; díga*; quién; quien; dónde; donde; cómo; pasen; quiero; solicito; informe; revisar; indiqu*; pido; por qué; listado; explíqu*; remit*; pásame; pásenme
      enséñ*; mostr*; informen; comuniq*; trasl*; necesito`,
    right: `
      derecho de/a acceso; derecho a acceder; solicitud de acceso; según/conforme/por/virtud/invoco/ejerzo/al/con/amparo _ artículo 15; artículo/art 15 _ rgpd/gdpr/reglamento; art 15; acceso a mis/mi/todos/toda/los _ datos/información/expediente/ficha; acceder a mis/mi/todos _ datos/información/expediente; copia de mis/mi/todos/toda/todo _ datos/información/expediente/lo; saben/sabéis/tienen/tenéis/sabe/guardan/guardáis _ _ de/sobre mi; sobre mi; grabacion*/grabación/transcripcion* _ _ llamada*/conversacion*/chats; mis grabaciones; todo lo que _ ${held}; acceso arco; derechos arco; habeas data; mis llamadas grabadas; acerca de mi
      hay/tienen/tenéis/guardan _ datos/información/info/algo/cosas _ míos/mía/mi/mí/mio; a mi nombre; qué _ _ registrado; escuchar _ _ llamada*/grabacion*; llamada/llamadas _ grabaron/grabada*/grabasteis; con quién _ compart*; datos míos; mi expediente; datos _ sobre mi; qué/que _ saben de mi; qué/cuáles datos _ _ de mi/míos; mi ficha; qué hay de mi; copia de _ _ datos
      información/datos/todo _ _ tienen/tenéis/guardan/saben _ sobre/de mi; qué/que datos personales; saben de mi; datos _ me conciernen; ver/consultar/revisar mi _ expediente/ficha/datos; grabación de mi/mis/la/nuestra llamada*/conversación; datos/información/todo _ _ _ _ sobre/de mi/nuestro/nuestra hijo/hija; todo lo que tengan/tienen/sepan _ de/sobre mi; copia de _ _ mis; acceder a mi/mis información/expediente; fichero sobre mi; perfil sobre mi; lo que saben/guardan
      guardado con/bajo mi; tienen _ guardado _ con/de mi; graban/grabaron mis/mi llamadas/llamada; mis llamadas _ _ escuch*; qué pone/dice su sistema; su sistema sobre mi; todos los datos que tienen; copia de los datos; si tratan _ _ datos; datos _ míos que; pedir todos los datos; solicitud rgpd
      datos _ suyos _ guardan/tienen; datos de mi hijo/hija/niño/niña; qué datos _ suyos; grabasteis/grabaron _ llamada; me podéis/pueden pasar todo lo que; información personal que _ conservan/tienen/guardan; mis datos _ con terceros
      audio/grabación/copia de _ _ llamada*/conversación/conversaciones/chats; copia de las conversaciones/llamadas/chats; mi correo/número/nombre _ está en _ _ sus/bases/base/sistema; venden _ mis datos; para qué usan _ mis/mi; cuánto tiempo _ guardan; la llamada del _ donde`,
    shared: `
      a quién/quien/quiénes/quienes; quién/quien/quiénes _ ha/han/tiene/tienen/recib*/ve/ven; de dónde/donde; cómo/como consigui*/obtuv*/tienen; con quién/quien/quiénes/quienes; qué/que empresas/terceros/socios/compañías; terceros; destinatarios; cedid*; compartid*; compartieron; vendid*; vendieron
      quién tiene acceso; quien tiene acceso; a quién/quien _ _ pasado/dado/vendido/cedido/dieron; cómo/como consiguieron/consiguió/obtuvieron/llegó; de dónde la/lo/los sacaron/sacasteis; sacaron; han pasado; con qué empresas
      qué socios; socios han recibido; vendido mis; comparten mis`,
    export: `
      legible por; csv; json; xml; export*; descarg*; transfer*; transfier*; traslad*; port*; formato; otro proveedor; otra tienda; otra empresa; otro comercio; estructurado; bajar; archivo; excel; llevarme; llevar; migr*; transmit*; reutiliz*
      descargar; pasarles; pasarle; llevarme; otra parte; otro sitio; a otra`,
    portable: `
      derecho a/de la portabilidad; portabilidad; según/conforme/por/virtud/invoco/al/amparo _ artículo 20; artículo/art 20 _ rgpd/gdpr/reglamento; art 20
      legible por _ máquina; exportar/exporto/exporten _ _ mis datos; mis datos en _ csv/excel/json/xml; llevarme mis datos; mis datos _ _ formato; historial _ _ _ _ formato; me cambio a otra; pasar/pasen/pasarles/transferir/transfieran mis datos a/al; formato de uso; datos _ _ a un archivo
      datos que les _ di/dado _ _ archivo/fichero; formato que pueda; importar en otro; historial _ _ _ formato
      mis datos _ _ en un archivo
      exporto todos/mis; exportar mis
      en csv/excel/json cuanto/lo/todo`,
    withdraw: `
      retir*; revoc*; revoq*; ya no; anul*; cancel*; dejar sin efecto; no _ más; me retracto; quit*; arrepent*; dejo; deja; cambié de; he cambiado
      lo retiro; la retiro; retiro; me arrepiento; ya no quiero; he cambiado de idea; cambié de opinión; echo atrás; desmarc*; sin efecto; ya no vale; no va más
      deshacerlo; sin querer; por error; quito mi`,
    consent: `
      consent*; autorización*; autorizacion*; permiso; permisos; de acuerdo; autorizo; aceptación; acepté; autoricé; consient*; dije que sí; consinti*; di mi; di el; acepto; conformidad; mi sí
      marqué; casilla; les di; di permiso; había dicho; dije; permití; les dejé
      acepté las; acepté _ cookies; firmé`,
    market: `
      newsletter*; boletín*; boletin*; publicidad; publicitari*; propaganda; promocion*; promociones; spam; lista de correo; listas de correo; catálogo*; marketing; ofertas; anuncios; comercial*; lista de distribución; lista de envíos; correo basura; folletos; promos; correos basura; mercadotecnia; mercadeo; mailing*; telemarketing
      ofertas; oferta; correos promocionales; sms; mensajes comerciales; descuentos`,
    stop: `
      baja; dej*; no _ _ quiero/envi*/mand*/recib*/quisiera/deseo; no más; basta; sáqu*; sac*; quit*; cancel*; desuscri*; par*; harto; harta; elimin*; opon*; cesen; anul*; desapunt*; borr*; no quiero; ya no;; cans*; suspend*; desinscri*; alto a; fuera; excl*; bloque*;; stop; detener; detengan; rechaz*; bórr*; dad*
      cómo lo paro; lo paro; cómo dejo; nunca me apunté/suscribí/registré; me apunté; no me manden; no me envíen; no quiero recibir; dejen de; déjenme; sáquenme; quítenme
      no quiero; no más; no me interesa*; no _ recibir; ni una más; sin publicidad; nunca _ pedí/quise/autoricé; no me sigan
      paren ya; paren; basta ya; por qué recibo; demasiad*; no quiero más; no más; quiten mi
      llenarme; me llenen; inund*; me molesten; acos*; moleste*`,
    optOut: `
      no _ vend*/compart*/ced* _ mis; venta/vender/vendan/vendáis/ceder/cesión/cedan _ _ datos/información; desuscrib*; lista robinson; lista de correo; no me llamen más; no me escriban más; opt out; dejen/dejad/deja/deje de mandarme/enviarme/llamarme/escribirme _ correos/mensajes/mails/sms/emails/cosas/whatsapp; compart* mis _ _ terceros/socios; no _ más correos/mensajes/emails/mails; repep; no _ recibir _ correos/mensajes/emails
      no me manden/envíen/mandéis/enviéis _ _ más/correos/nada; no me contacten/contactéis; dejen/dejad de llamarme/escribirme/molestarme/contactarme/acosarme; no más correos/mensajes/llamadas/sms/mails; déjenme/dejadme en paz; datos a/con anunciantes; a anunciantes
      cómo me doy de baja _ _ newsletter/boletín/lista/correos; doy de baja del/de boletín/newsletter/la/sus/los; no _ vendan/compartan/cedan/vendáis/venda _ mis/mi/datos/información; no quiero que _ pasen/den/vendan/compartan/cedan/entreguen _ mis/mi _ _ a/con; socios publicitarios; a/con sus/vuestros socios/anunciantes/partners; no me manden/envíen más; no _ más ofertas/publicidad; sáquenme/quítenme/bórrenme/sacadme/quitadme de la/su/vuestra/sus _ lista/listas; basta de/ya correos/publicidad/ofertas; darse de baja; me borro de la lista
      denme/dame/darme/deme/dadme de baja _ _ boletín/newsletter/lista/correos/publicidad/ofertas/correo/mails/emails/sms/promociones/comunicaciones/suscripción; denme/dadme/deme de baja .; darme de baja .
      no quiero _ más _ correos/mensajes/llamadas/sms/ofertas/publicidad/emails/mails; no quiero sus/vuestros correos/mensajes/ofertas/emails; basta ya de; harto/harta de _ _ correos/publicidad/ofertas/mensajes/mails/sms/promociones; quiten/saquen/borren mi dirección _ _ envío/catálogo/lista/mailing; recibo/recibir _ publicidad/propaganda/spam; por qué recibo publicidad/ofertas/correos; demasiados correos/mensajes; paren de mandar/enviar; no me bombardeen; correos de ofertas
      cancel* la suscripción al/del boletín; suscripción al boletín; sms comerciales; whatsapps de; mas/más whatsapps/sms/llamadas/mails; bórrenme de la lista; llenarme el correo; mis datos no se venden; vendan mi información
      desactiv* _ notificaciones _ _ ofertas; notificaciones de ofertas/promociones; stop publicidad/spam; dejo/dejar de recibir _ sus/vuestros/los mails/correos/mensajes/emails/sms/folletos;; ni un folleto; más folletos
      bajadme/bájenme/bájame de la/su/vuestra/sus _ lista; exclúyanme de`,
    object: `
      opon*; opos*; no quiero; no deseo; dej*; no _ us*; no _; basta; en contra; objec*; rechaz*; niego; prohíb*; prohib*; paren; cesen; sin; desacuerdo; nieg*; objet*; no autoriz*; impid*
      nada de; no estoy conforme; no me gusta; no usen; no utilicen; no usar; ni; contra; no acepto; no permit*; eviten; no analic*; me niego; oposición
      me opongo; no quiero que; dejen de; dejad de; basta; no me parece; no me hace gracia; eviten`,
    use: `
      trat*; perfil*; analic*; analiz*; análisis; us*; rastre*; segui*; sigan; utilic*; utiliz*; entren*; form*; estadístic*; interés legítimo; personaliz*; evalu*; estudi*; vigil*; monitor*; espí*; emple*; procesa*; procese*; capacit*`,
    usage: `us*; utilic*; utiliz*; emple*`,
    objects: `
      derecho de/a oposición; derecho a oponerme; según/conforme/por/virtud/invoco/ejerzo/al/con/amparo _ artículo 21; artículo/art 21 _ rgpd/gdpr/reglamento; art 21; perfiles de/sobre mi; perfil de/sobre mi; perfilado; elaboración de perfiles; interés legítimo; perfilarme; analic*/analiz* _ mis/mi; rastre* _ mis/mi; rastrearme; decisiones automatizadas; arco _ oposición; seguirme; mis hábitos; mi comportamiento; estudi* _ mis; analizarme; perfilen
      que me rastreen/sigan/perfilen/analicen/vigilen/espíen/estudien; recomendaciones personalizadas; publicidad personalizada; estudien mis; mis conversaciones/compras/llamadas/chats; formar a su personal; entrenar; mis _ chats/clics; decisiones automáticas; ofertas personalizadas; elaboren _ perfil*; creen _ perfil*; hagan _ perfil*; perfil _ mío; perfilamiento
      ofertas/publicidad/anuncios/recomendaciones/precios personalizad*; rastrear/seguir/registrar/mirar/vigilar/analizar/espiar/analicen/rastreen/sigan/estudien/registren/miren _ lo que; lo que miro/compro/veo/hago/busco/pido; un perfil mío; perfil mío; hacerme un perfil; hacer un perfil; me hagan un perfil; adivinar; para formar/entrenar; formar/entrenar a su/sus; mis compras; mis clics; mis chats _ _ formar/entrenar; formación de su/sus
      nada de perfiles; sin perfiles; ningún perfil; para estadísticas; usen para estadísticas; decidir qué anuncios; anuncios veo; mis compras para; lo que compro; anuncios personalizados; segmentar*
      me niego _ _ _ datos/perfil; fines comerciales; hábitos de compra; algoritmo; decisiones automátic*`,
    limit: `
      limit*; congel*; restrin*; restric*; bloque*; suspend*; no _ us*; no _ utilic*; no _ trat*; pausa; paralic*; dejen/dejad de usar/tratar/utilizar; no _ toquen; inmovil*
      solo guard*; guarden _ sin; no los usen; pausa; no los utilic*; no _ toqu*; sin usar; conserv* _ _ no/sin; retener; en suspenso; paren; parar; detener; detengan; frenen; detengan; limit*; no hagan
      no los usen; no los utilicen; no lo usen`,
    limited: `
      limitación _ _ tratamiento/uso; según/conforme/por/virtud/invoco/ejerzo/al/con/amparo _ artículo 18; artículo/art 18 _ rgpd/gdpr/reglamento; art 18; limit*/restrin*/suspend*/bloque* _ _ tratamiento; derecho a/de la limitación; restricción _ tratamiento; limit*/restrin* _ uso de; suspensión del tratamiento; bloqueo de mis
      pausa el uso/tratamiento; en pausa _ mis; bloqueen/bloquear/congelen/congelar mis _ datos; solo guarden mis; uso limitado; no los usen; suspendan el uso; detengan/paren el tratamiento/uso; datos sensibles
      bloqueen/bloquear/congelen/congelar/inmovilicen/bloqueados/bloqueéis mis/mi/los _ datos/información; guardar/conservar/guarden/conserven/tener _ mis _ _ pero _ _ no/sin; pero no los usen/utilicen/traten/toquen; tampoco los usen/toquen/utilicen; suspendan _ uso/tratamiento; sin usarlos; déjenlos bloqueados; los dejen bloqueados
      no sigan tratando mis; no _ traten/usen/utilicen más _ mis _ datos; no usen más mis; no sigan usando mis
      no hagan nada con mis datos; limiten el uso;; limitar el tratamiento
      nadie puede/debe/toque/use _ usar/tocar/tratar/ver _ mis; hasta nuevo aviso`,
    meantime: `
      mientras; hasta; por ahora; de momento; por el momento; pero no; sin _ borr*/elimin*; temporal*; entretanto; provisional*; se aclar*; verific*; compruebe*
      no los; pero no los; se resuelva; resuelv*; resolver; se revise; temporalmente; investig*; aclar*; disput*
      como prueba; prueba; quién tiene razón; juicio; abogado; lo necesito; los necesito`,
    correct: `
      corrig*; corrij*; corrég*; rectific*; rectifiq*; cambi*; modific*; modifiq*; mal; equivocad*; incorrect*; error*; erróne*; actualic*; actualiz*; inexact*; falso; falsa; desactualizad*; no es correct*; no es; arregl*; complet*; enmiend*; antiguo; viejo; vieja; anticuad*; correg*; equivoc*; obsolet*
      corríjanlo; rectifíquenlo`,
    rectify: `
      derecho de/a rectificación; rectificación; según/conforme/por/virtud/invoco/ejerzo/al/con/amparo _ artículo 16; artículo/art 16 _ rgpd/gdpr/reglamento; art 16; rectifi* _ mis; nombre _ mal; apellido* _ mal; mal escrito; nacimiento _ _ _ equivocada/incorrecta/mal/errónea/erronea; me casé; me case; cambié de apellido/nombre; arco _ rectificación; datos _ _ incorrectos/inexactos/erróneos/equivocados/desactualizados; corrección de mis; mi _ nombre no es; mal mi _ nombre/apellido/número/correo/fecha
      como _ señor/señora/hombre/mujer/varón _ y/pero/cuando soy; me tienen _ como _ señor/señora/hombre/mujer/varón; registrad* como _ señor/señora/hombre/mujer/varón/un/una; soy una mujer; soy un hombre; soy mujer; no soy señor/hombre/mujer; cambiar mi _ apellido/nombre; mi apellido está/sale/aparece/es; nacimiento está/es/sale equivocada/incorrecta/mal; datos _ _ _ sobre/de mi _ _ inexactos/incorrectos/falsos/erróneos/equivocados; correo _ _ desactualizado/antiguo/viejo; mi nombre está mal; nuevo apellido; apellido de casada/soltera
      mi nombre al revés; apellido que no es mío;; es de mi ex*; fecha de nacimiento es; nacimiento _ _ _ _ no; cambié de correo; pone que vivo/soy/me;
      en mi ficha/perfil/cuenta _ pone/sale/figura/aparece; sale _ _ apellido/nombre _ _ no; teléfono/correo/número que figura/aparece/sale/tienen _ _ _ es de`,
    complain: `
      quej*; reclam*; denunci*; demand*; abogad*; inaceptable; vergüenza; escándal*; report*; indignante; acudir
      quejarme; queja; inaceptable; problema; explicación; indignad*; no es normal; intolerable`,
    regulator: `
      aepd; agencia _ _ protección; autoridad de control/protección; inai; sic; autoridad de datos; agencia española; delegado de protección; superintendencia; aaip; agencia de acceso; autoridad de protección; protección de datos personales personales
      ante la agencia; denunciar ante; agencia de protección; autoridad de protección`,
    breach: `
      violación/violan/viola*/vulner*/infracción/infring*/incumpl* _ _ _ privacidad/rgpd/datos/intimidad/lopd/lopdgdd/ley; mi privacidad; mi intimidad; filtr* _ mis; fuga de/mis _ datos; dieron/dio/pasaron/entregaron/divulg*/difund*/compartieron/revelaron/publicaron/filtraron mis/mi _ datos/dirección/número/teléfono/correo/información; brecha de _ datos/seguridad; mal uso de mis; uso indebido
      datos/pedido/pedidos/dirección/nombre/factura/información _ de otro/otra/otros/otras/alguien/un/una cliente/persona/clientes/personas/desconocido/más; de otro cliente; de otra persona; de otros clientes; a un/una/mi/otro/unos/otra desconocid*/ex/vecin*/jefe/marido/mujer/extraño/persona/tercero _ ; enviaron/mandaron/dieron/dio/pasaron/publicó/publicaron/compartió/mostraron/enseñaron/reveló/enviasteis mi/mis _ factura/dirección/datos/número/teléfono/correo/nombre/pedido _ _ _ a/en un/una/mi/internet/facebook/otra/otro/redes/desconocido; le dio/dieron/pasó/pasaron/dijeron/dijo _ mi _ dirección/número/teléfono/datos; dónde vivo; donde vivo; cómo tratan/manejan/gestionan/usan/tratáis _ mis; tratamiento de mis datos es; ignoran/ignoráis mi _ solicitud/petición; vulnera*; copia oculta; todos los destinatarios; filtración
      un desconocido/extraño _ _ llam*/sabe/sepa/tiene/escrib*; me llame un; era para otro/otra; para otro cliente; a otro cliente; fuga; datos robados/filtrados/expuestos; sepa lo que; sabe lo que pedí/compré; manejo de mis _ datos; con su nombre y; suplant*; me escribió por privado; leyó mi
      no respetan/cumplen/respetáis/cumplís _ _ _ protección/privacidad/rgpd; incumpl* _ reglamento/rgpd/lopd/ley; ley de protección; respuesta a mi solicitud _ datos; nadie responde/contestó _ _ mi solicitud; escribe por whatsapp; con todos sus datos; pedido de otra persona; mi _ número/teléfono al _ repartidor/transportista/técnico _ _ _ escribe/llama
      usó/usaron/utilizó mi _ número/correo/dirección/teléfono para; escribirme _ cosas; mis datos _ _ aparecieron/aparecen/salieron/acabaron/están; por qué _ _ vecin*/ex/jefe/marido/casero _ recibió/recibe/tiene/sabe mi/mis/lo; no cumpl* _ _ rgpd/lopd/ley; uso que hac* _ mis datos; vecina/vecino recibió mi`,
    privacy: `
      datos; rgpd; privacidad; lopd; lopdgdd; intimidad; información personal; datos personales; protección de datos; mi información`,
    underage: `
      tengo _ # años; tengo _ # anos; tengo _ # .; tengo _ # y me/soy/quiero/hice/mi/abrí/no/mis/estoy/ya; acabo de cumplir #; cumplí # .; cumplí # años; cumplo #; menor de 16/dieciséis/edad; no tengo _ 16/dieciséis; soy _ menor; soy un niño; soy una niña; edad _ # años; yo _ # años; apenas # años; de # años _ y me/soy; estoy en _ primaria/secundaria/eso; 1/2/3 de la eso; mi edad _ #; voy a cumplir #; soy de # años; aún no _ 16; todavía no _ 16
      cumpliré #; cumplire #; tngo # años; tngo # anos; soy un/una _ _ # años/anos; # años y medio; todavía no tengo; aún no tengo; aun no _ 16; en sexto/quinto/cuarto de primaria; primero/segundo de secundaria/eso; de primaria; de secundaria; nací en 2011/2012/2013/2014/2015; # añitos; cumplo _ # ; tengo solo # ; tengo apenas # ; con # años puedo; con mis # años; tengo _ # pero; voy en sexto/primero/segundo; # añitos; llegar a los 16; quinceañera; años . tengo # ; # a . ; solo tengo #
      tengo menos de 16/dieciséis; menos de 16/dieciséis años; menos de 16/dieciséis .; menos de 16 , ; tengo _ # y/e se/mi/no/quiero/me/necesito/soy/vivo/estoy; tengo # . ; hola tengo #; cumplo 16/dieciséis; cumpliré 16/dieciséis; cumplo #; soy un/una _ chica/chico/niña/niño/adolescente/estudiante de #; en primero/segundo/tercero/1/2/3 _ de la eso; en _ de la eso; de la eso; voy a primero/segundo/sexto; estoy en _ secundaria/primaria/eso/sexto; soy menor; mi cumpleaños _ # ; # cumpleaños; muy joven; a mis # ; con # años; tengo solo # años; solo tengo # años; menor de edad; aún soy menor; apenas tengo #
      no tengo los 16/dieciséis; voy en primero/segundo/tercero/sexto/quinto _ de; segundo/primero/tercero de secundaria`,
    kid: `
      mi/mis/nuestra/nuestro _ hija/hijo/hijos/niña/niño/nieta/nieto/sobrina/sobrino/chico/chica/nena/nene/pequeña/pequeño/peque/chamaco/hermana/hermano/hermanito/hermanita/alumno; hija; hijo
      ella/él solo tiene #; solo tiene #; ella/él tiene _ #; soy su madre/padre/mamá/papá/tutor*; mi menor; mis hijos; hijastr*; chaval; chavala; mi bebé; mi ahijad*; mi cría; mi chiquit*; tutelad*`,
    age: `#; menor; menores`,
    joined: `
      cuenta; registr*; perfil; página; sin _ permiso/autorización/consentimiento/avisar/preguntar/decirme; sitio; datos; web; suscri*; inscri*; dio; alta; chate*; boletín; sin mi
      abrió; creó; hizo; dirección; dio; les dio; escribió; habló; a escondidas; metió; puso; usó; sola; solo por; sin que; sin saber; entró; app; chat
      chateando; chateó; chateado; con ustedes/vosotros; se ha creado; se creó; se registró; se apuntó; abierto una; sin decírmelo; sin decirme; pidió sin/solo/sola; ha pedido; compró; hizo un pedido
      a su nombre; en su tienda; abrió una; se registró
      que ha escrito; ha escrito; escribió; quien escribió`,
  },
};
