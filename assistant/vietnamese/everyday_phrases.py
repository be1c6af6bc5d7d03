"""Phrases of asking and of everyday speech, as they are spelt with tone marks.

Documents hold few of them, so a question typed without marks cannot learn their spelling from
the corpus. They are listed as people say them, most of them two syllables and more, since a
syllable by itself has many spellings; see ``retrieval.restoring``.
"""

from __future__ import annotations

__all__ = ["PARTICLES", "PHRASES"]

PHRASES: tuple[str, ...] = (
    # a number, a share, a rank
    "bao nhiêu", "là bao nhiêu", "được bao nhiêu", "khoảng bao nhiêu", "bao nhiêu phần trăm",
    "mấy phần trăm", "bao nhiêu tiền", "bao nhiêu người", "bao nhiêu cái", "có bao nhiêu",
    "có mấy", "được mấy", "thứ mấy", "hạng mấy", "tốp mấy", "nhóm mấy", "thứ bao nhiêu",
    "hạng bao nhiêu", "hạng nào", "mấy tỉnh", "mấy xã", "mấy phường", "mấy đơn vị", "mấy năm",
    "mấy lần", "mấy trụ cột", "mấy nhiệm vụ", "mấy chỉ tiêu", "mấy mục tiêu", "mấy doanh nghiệp",
    "mấy nghị quyết", "gấp mấy lần", "cỡ nào", "chừng nào", "mức nào", "tới đâu", "đến đâu",
    "thêm bao nhiêu", "còn bao nhiêu", "chiếm bao nhiêu", "đạt bao nhiêu", "tăng bao nhiêu",
    "giảm bao nhiêu", "góp bao nhiêu", "rộng bao nhiêu", "số mấy", "số bao nhiêu", "cây số",
    "cây số vuông", "ki lô mét", "đông dân", "dân số", "tuổi nào", "nhiều hay ít",
    # a time
    "khi nào", "bao giờ", "bao lâu", "lúc nào", "hôm nào", "ngày nào", "tháng nào", "năm nào",
    "bữa nào", "dịp nào", "quý nào", "đợt nào", "giai đoạn nào", "ngày bao nhiêu", "từ khi nào",
    "đến khi nào", "từ bao giờ", "trước ngày nào", "ngày mấy", "tháng mấy", "năm mấy",
    "hồi nào", "hồi năm", "hồi tháng", "hồi đầu năm", "hồi cuối năm", "hạn chót", "muộn nhất",
    "chậm nhất", "sớm nhất", "trễ nhất", "ngày tháng", "ngày tháng năm", "vào ngày", "vào năm",
    "đến năm", "tới năm", "trong năm", "năm ngoái", "năm nay", "đầu năm", "cuối năm", "giữa năm",
    "tới nay", "đến nay", "hôm nay", "bây giờ", "hiện giờ", "giờ là", "giờ thuộc", "giờ rộng",
    "giờ có", "giờ còn", "giờ thành", "giờ thì", "lúc ấy", "lúc đó", "hồi đó", "hồi xưa",
    "trước đây", "trước kia", "sau khi", "trước khi", "sau này", "từ ngày", "đến ngày",
    # who, what, where, which
    "là ai", "do ai", "ai là", "ai ký", "ai làm", "ai ban hành", "ai phải", "ai lo", "cho ai",
    "với ai", "nhờ ai", "ông nào", "bà nào", "vị nào", "người nào", "tên gì", "tên là gì",
    "chức gì", "chức vụ gì", "làm gì", "là gì", "cái gì", "điều gì", "việc gì", "thứ gì", "gì đó",
    "nói gì", "những gì", "gồm gì", "gồm những gì", "có gì", "gì mới", "gì khác", "khác gì",
    "ý nghĩa gì", "nghĩa là gì", "nghĩa là sao", "nghĩa là", "là sao", "là như thế nào",
    "thế nào", "như thế nào", "thế nào là", "ra sao", "làm sao", "vì sao", "tại sao", "sao lại",
    "sao không", "lý do gì", "do đâu", "nhờ đâu", "từ đâu", "ở đâu", "đi đâu", "nơi nào",
    "chỗ nào", "bên nào", "tỉnh nào", "xã nào", "phường nào", "huyện nào", "nước nào",
    "thành phố nào", "địa phương nào", "cơ quan nào", "đơn vị nào", "sở nào", "bộ nào",
    "cấp nào", "tổ chức nào", "văn bản nào", "nghị quyết nào", "quyết định nào", "kế hoạch nào",
    "chương trình nào", "luật nào", "đề án nào", "cái nào", "loại nào", "những nào", "nào khác",
    "lĩnh vực nào", "chỉ tiêu nào", "mục tiêu nào", "nhiệm vụ nào", "giải pháp nào",
    "trường hợp nào", "nguồn nào", "đối tượng nào", "cột nào", "mảng nào", "mặt nào",
    "hiệp hội nào", "hội nào", "ban nào", "ngành nào", "mỗi ngành", "mỗi lĩnh vực", "mỗi người",
    "mỗi năm", "nói về cái gì", "về cái gì", "gọi là gì", "giờ gọi", "nay gọi", "tên mới",
    # pointing back
    "nghị quyết đó", "quyết định đó", "kế hoạch đó", "văn bản đó", "chương trình đó", "tỉnh đó",
    "thành phố đó", "nơi đó", "ông đó", "người đó", "năm đó", "việc đó", "con số đó", "cái đó",
    "nghị quyết này", "quyết định này", "kế hoạch này", "văn bản này", "chương trình này",
    "nghị quyết ấy", "quyết định ấy", "kế hoạch ấy", "tỉnh này", "thành phố này", "trong đó",
    "ở đó", "đó ra", "đó do", "đó là", "cùng với", "cùng năm", "cùng mốc", "cùng lúc",
    # yes or no
    "có phải", "có phải là", "phải không", "đúng không", "đúng chứ", "đúng hay sai", "hay sai",
    "hay không", "được không", "có không", "không vậy", "không nhỉ", "chưa vậy", "đã chưa",
    "có được", "có bị", "có cần", "có còn", "có đúng", "có thật", "còn không", "nữa không",
    "luôn không", "ngay không", "có hiệu lực", "có hiểu là", "hiểu là", "thì có", "thì phải",
    # setting side by side
    "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "lớn hơn", "nhỏ hơn", "sớm hơn", "muộn hơn",
    "đông hơn", "rộng hơn", "nhanh hơn", "chậm hơn", "hơn kém", "hay thấp hơn", "hay ít hơn",
    "so với", "so sánh", "khác nhau", "giống nhau", "giống hay khác", "khác biệt", "chênh lệch",
    "chênh nhau", "mỗi bên", "mỗi nơi", "mỗi nơi một kiểu", "mỗi tỉnh", "hai nơi", "cả hai",
    "cái sau", "bên kia", "với nhau", "khớp không", "có khớp", "khớp nhau",
    # asking politely, and going on
    "cho hỏi", "cho tôi hỏi", "cho tôi biết", "cho mình hỏi", "cho mình", "cho em hỏi", "cho biết",
    "cho tôi", "cho tôi xin", "xin hỏi", "xin cho", "vui lòng", "làm ơn", "giúp tôi", "giúp mình",
    "giúp em", "giùm tôi", "giùm mình", "hộ tôi", "với ạ", "ạ", "vậy ạ", "thưa anh", "chào bạn",
    "bạn ơi", "anh ơi", "em muốn", "tôi muốn", "tôi nghe", "nghe nói", "tôi thấy", "tôi đọc",
    "mình cần", "mình muốn", "liệt kê", "kể tên", "kể ra", "kể hết", "nêu tên", "nêu rõ",
    "giải thích", "tóm tắt", "thế còn", "vậy còn", "còn thì sao", "thì sao", "thế thì", "vậy thì",
    "thế nhỉ", "vậy nhỉ", "thế à", "vậy hả", "hả bạn", "vậy bạn", "đó là", "cụ thể", "rõ hơn",
    "rốt cuộc", "thực ra", "thực tế", "thật ra", "nói chung", "nói tới", "nói về", "nói rằng",
    # acting
    "đặt ra", "đề ra", "đặt mục tiêu", "đặt chỉ tiêu", "phấn đấu", "muốn đạt", "phải đạt",
    "phải làm", "phải xong", "phải có", "phải ban hành", "làm xong", "làm được", "lập ra",
    "ra đời", "ra đi", "đưa ra", "ban hành", "bắt đầu", "kết thúc", "kéo dài", "mở rộng",
    "có hiệu lực", "hết hiệu lực", "thay thế", "thay cho", "bị thay", "áp dụng", "còn dùng",
    "sáp nhập", "nhập vào", "nhập với", "nhập về", "gộp vào", "gộp thêm", "gộp lại", "chia về",
    "thuộc về", "thuộc tỉnh", "dân tỉnh", "đứng đầu", "đứng thứ", "đứng hạng", "xếp thứ",
    "xếp hạng", "dẫn đầu", "đội sổ", "tụt hạng", "tụt xuống", "vươn lên", "lọt vào", "lọt tốp",
    "giữ ngôi", "hạ xuống", "hạ mục tiêu", "lại hạ", "xuống còn", "lên tới", "nâng lên",
    "tăng lên", "giảm xuống", "giảm còn", "nghỉ luôn", "dừng làm việc", "dừng hoạt động",
    "tham vọng", "đòi hỏi", "yêu cầu", "bắt buộc", "buộc phải", "đặt bút", "đặt bút ký",
    "dựa vào", "căn cứ vào", "chủ trì", "phụ trách", "chịu trách nhiệm", "tổ chức", "công bố",
    "đóng góp", "chiếm tỷ trọng", "mới ra đời", "công ty", "công ty mới", "người dân", "bà con",
    "tiền mặt", "thành lập", "hình thành", "lấy làm", "lấy ví dụ", "làm ví dụ", "coi là",
    "xem là", "gọi là", "được coi là", "được gọi là", "nhờ vậy", "hàng năm", "hằng năm",
    "tất cả", "toàn bộ", "cả nước", "ngay từ", "chỉ có", "không có", "không được", "không phải",
    "đã có", "đã đạt", "đã vượt", "đã được", "đang có", "sẽ có", "sẽ phải", "bị gì", "của ai",
    "theo lời", "theo ông", "theo bà", "theo báo", "theo bài", "theo kế hoạch", "bài báo",
    "báo chí", "các báo", "các tỉnh", "các xã", "những tỉnh", "những xã", "những văn bản",
    "văn bản cũ", "tỉnh cũ", "xã cũ", "tên cũ", "mới sáp nhập", "xã mới", "tỉnh mới",
)  # fmt: skip
"""What stands side by side in questions."""

PARTICLES: tuple[str, ...] = tuple(
    "là và của các những một trong trên tại ở với về đến tới từ theo do đã đang sẽ thì mà này đó "
    "được bị vì để cũng còn mọi đều rất hơn khi sau trước vào lên xuống lại rồi nữa hay hoặc nếu "
    "không chưa có phải gì nào ai mấy sao đâu thế vậy à nhỉ bao nhiêu giờ năm tháng ngày quý "
    "cho tôi mình em ạ hỏi mỗi hai ba bốn sáu bảy tám chín mười lần cả như bằng người tỉnh xã "
    "phường huyện thành phố nước muốn cần nên mới cũ mức số bên nơi đặt nói đứng dùng "
    "làm lúc hồi".split()
)
"""Syllables that are spelt so far more often than any other of their letters."""
