package app.caravel.contact.imports;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Chinese family names: in characters the common single ones and the double ones, in pinyin those that are told from given names. */
final class ChineseSurnames {

    private static final String SINGLE = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
            + "温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳欧管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵"
            + "苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿"
            + "劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭葉蘇魏呂盧鐘譚陸賈韋鄒龍顧賀龔萬錢嚴湯龐顏莊聶魯歐關蘭紀寧單畢涂駱藍";
    private static final Set<String> DOUBLE = Set.of(
            "欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "司徒", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "长孙", "宇文", "令狐", "东方", "端木", "独孤", "南宫", "轩辕", "呼延", "闻人", "澹台", "公冶", "太史", "申屠", "钟离", "鲜于", "拓跋", "百里", "西门");

    /** The commonest first. */
    private static final List<String> BY_COUNT = List.of(("wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang han feng deng cao peng zeng xiao tian dong yuan pan "
            + "jiang cai yu du ye cheng su wei lu lv ding ren shen yao cui zhong tan fan jin shi liao jia xia fu fang bai zou meng xiong qin qiu yin xue yan duan lei hou long tao mao hao gong shao wan qian dai mo kong "
            + "chan wong lee cheung lau chow ng leung tam kwok ho lam lo tse yeung yip tsang lim goh ong koh teo chua chong chew loh yap khoo seah quek tay heng pang ouyang sima zhuge shangguan situ huangfu xiahou murong dongfang linghu nangong").split(" "));
    private static final Set<String> PINYIN = Set.copyOf(BY_COUNT);

    /** By so many places a name is far commoner than another. */
    private static final int FAR = 15;

    private ChineseSurnames() {}

    /** How many characters of the family name stand at the start; 0 where none is known. */
    static int lengthAtStart(String name) {
        if (name.length() > 2 && DOUBLE.contains(name.substring(0, 2))) {
            return 2;
        }
        return DOUBLE.contains(name) ? 2 : SINGLE.indexOf(name.charAt(0)) >= 0 ? 1 : 0;
    }

    static boolean isInPinyin(String word) {
        return PINYIN.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether the first of two is so much commoner as a family name that the second is the given one: Li Wei. */
    static boolean isMoreCommon(String first, String second) {
        int place = BY_COUNT.indexOf(first.toLowerCase(Locale.ROOT));
        return place >= BY_COUNT.indexOf("ouyang") || place + FAR <= BY_COUNT.indexOf(second.toLowerCase(Locale.ROOT));
    }
}
