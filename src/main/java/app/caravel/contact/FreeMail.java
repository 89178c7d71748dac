package app.caravel.contact;

import java.util.Set;

/** Mail domains where anyone can have a mailbox: they say nothing about a company. */
public final class FreeMail {

    private static final Set<String> DOMAINS = Set.of(
            "gmail.com", "googlemail.com", "outlook.com", "outlook.de", "outlook.fr", "outlook.es", "outlook.it", "outlook.com.br", "outlook.jp", "hotmail.com", "hotmail.co.uk", "hotmail.fr", "hotmail.de",
            "hotmail.it", "hotmail.es", "hotmail.com.br", "live.com", "live.co.uk", "live.fr", "live.de", "live.nl", "live.cn", "live.com.mx", "msn.com", "yahoo.com", "yahoo.co.uk", "yahoo.co.jp",
            "yahoo.co.in", "yahoo.in", "yahoo.fr", "yahoo.de", "yahoo.es", "yahoo.it", "yahoo.com.br", "yahoo.com.mx", "yahoo.com.ar", "yahoo.com.cn", "yahoo.cn", "yahoo.com.hk", "yahoo.com.tw",
            "yahoo.com.sg", "yahoo.com.ph", "yahoo.com.vn", "yahoo.com.au", "yahoo.ca", "ymail.com", "rocketmail.com", "aol.com", "aim.com", "icloud.com", "me.com", "mac.com", "qq.com", "vip.qq.com",
            "foxmail.com", "163.com", "vip.163.com", "126.com", "vip.126.com", "yeah.net", "188.com", "139.com", "189.cn", "wo.cn", "sina.com", "sina.cn", "vip.sina.com", "sohu.com", "vip.sohu.com", "tom.com",
            "21cn.com", "aliyun.com", "263.net", "gmx.de", "gmx.net", "gmx.com", "gmx.at", "gmx.ch", "web.de", "t-online.de", "freenet.de", "arcor.de", "mail.com", "email.com", "mail.ru", "inbox.ru",
            "list.ru", "bk.ru", "internet.ru", "yandex.ru", "yandex.com", "ya.ru", "yandex.kz", "yandex.by", "rambler.ru", "ukr.net", "i.ua", "meta.ua", "wp.pl", "o2.pl", "onet.pl", "interia.pl", "op.pl",
            "seznam.cz", "email.cz", "centrum.cz", "azet.sk", "freemail.hu", "citromail.hu", "abv.bg", "libero.it", "virgilio.it", "tin.it", "alice.it", "tiscali.it", "orange.fr", "wanadoo.fr", "free.fr",
            "laposte.net", "sfr.fr", "neuf.fr", "bbox.fr", "skynet.be", "telenet.be", "ziggo.nl", "kpnmail.nl", "planet.nl", "hetnet.nl", "btinternet.com", "sky.com", "talktalk.net", "virginmedia.com",
            "ntlworld.com", "bigpond.com", "optusnet.com.au", "xtra.co.nz", "comcast.net", "verizon.net", "att.net", "sbcglobal.net", "bellsouth.net", "cox.net", "charter.net", "earthlink.net", "shaw.ca",
            "rogers.com", "sympatico.ca", "uol.com.br", "bol.com.br", "terra.com.br", "ig.com.br", "globo.com", "terra.com", "prodigy.net.mx", "rediffmail.com", "sify.com", "indiatimes.com", "naver.com",
            "hanmail.net", "daum.net", "nate.com", "docomo.ne.jp", "ezweb.ne.jp", "softbank.ne.jp", "nifty.com", "hinet.net", "pchome.com.tw", "netvigator.com", "singnet.com.sg", "proton.me", "protonmail.com",
            "pm.me", "tutanota.com", "zoho.com", "fastmail.com", "hushmail.com", "walla.com", "walla.co.il", "bezeqint.net", "mynet.com", "emirates.net.ae", "eim.ae");

    private FreeMail() {}

    /** Whether a domain, in lower case, is one of them. */
    public static boolean isDomain(String domain) {
        return DOMAINS.contains(domain);
    }
}
